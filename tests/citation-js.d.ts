/** citation-js has no types. These are the parts that tests use. */
declare module '@citation-js/core' {
  export const Cite: new (data: unknown) => unknown;
  export const plugins: unknown;
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
