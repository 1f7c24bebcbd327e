/** All commands by name, each with a short description and the module to load. */
import type { Command } from './command.ts';

interface Entry {
  summary: string;
  /** Loaded only when used: the formatter and the CSV writer take time to load. */
  load: () => Promise<Command>;
}

export const COMMANDS: Record<string, Entry> = {
  check: {
    summary: 'what the list says of hosts or URLs',
    load: async () => (await import('./commands/check.ts')).check,
  },
  validate: {
    summary: 'check every record, and the rules across them',
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  read: {
    summary: 'hold an act itself (PDF, HTML, text) against the records that cite it',
    load: async () => (await import('./commands/read.ts')).read,
  },
  coverage: {
    summary: 'per series and edition: found against stated, how it is known, gaps',
    load: async () => (await import('./commands/coverage.ts')).coverage,
  },
  sample: {
    summary: 'draw events by chance, for an audit of the record',
    load: async () => (await import('./commands/sample.ts')).sample,
  },
  diff: {
    summary: 'what changed between two releases or two editions',
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  changelog: {
    summary: 'the same for the records against the release before, as a page',
    load: async () => (await import('./commands/diff.ts')).changelog,
  },
  export: {
    summary: 'CSV, NDJSON and a Frictionless data package',
    load: async () => (await import('./commands/export.ts')).exportData,
  },
  schema: {
    summary: 'write data/schema, from which editors complete fields',
    load: async () => (await import('./commands/schema.ts')).schema,
  },
  docs: {
    summary: 'write the pages and metadata that are generated from the records',
    load: async () => (await import('./commands/docs.ts')).docs,
  },
  keygen: { summary: 'make a signing key', load: async () => (await import('./commands/keygen.ts')).keygen },
  compile: {
    summary: 'write a signed release, with deltas from earlier ones',
    load: async () => (await import('./commands/compile.ts')).compileRelease,
  },
  sign: {
    summary: 'sign a published release anew: only its dates change',
    load: async () => (await import('./commands/sign.ts')).signAnew,
  },
  register: {
    summary: 'publish a block list that somebody else keeps as a list of its own',
    load: async () => (await import('./commands/register.ts')).register,
  },
  serve: { summary: 'serve a release on loopback', load: async () => (await import('./commands/serve.ts')).serve },
};
