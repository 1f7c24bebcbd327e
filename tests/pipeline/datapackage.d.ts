/** The part of Frictionless' datapackage library that the tests use; it brings no types. */
declare module 'datapackage' {
  interface Resource {
    name: string;
    tabular: boolean;
    valid: boolean;
    read(options: { keyed: boolean; relations: boolean; integrity: boolean }): Promise<object[]>;
  }
  export class Package {
    static load(descriptor: string, options: { basePath: string }): Promise<Package>;
    errors: Error[];
    resources: Resource[];
  }
}
