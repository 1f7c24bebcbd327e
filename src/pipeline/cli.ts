/** The command line for curators and researchers: `npm run -s list -- <command>`. Wires arguments to the parts; each part is a file beside this one. */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { UsageError, type Command } from './command.ts';
import { compile } from './compile.ts';
import { readDataset } from './dataset.ts';
import { newKey, publicSet, readKey, saveKey, signingKey } from './keys.ts';
import { problemLine } from './problem.ts';
import { checkSuccession, keepHistory, publishedHead, readHistory } from './history.ts';
import { buildRelease, sign, signHead, writeHead, writeRelease } from './publish.ts';
import { applyRules } from './rules.ts';
import { serveFolder } from './serve.ts';

const USAGE = `Usage: npm run -s list -- <command>

  check <host or URL>... [--file FILE] [--json] [--as-of YYYY-MM-DD]
                                                         what the list says of each; of each line of FILE, or of standard input for "-"
  validate                                               check every record, and the rules across them
  compile --key FILE [--out DIR] [--history DIR] [--issued INSTANT] [--days N]
                                                         write a signed release, with deltas from those kept in the history
  sign --key FILE [--out DIR] [--issued INSTANT] [--days N]
                                                         sign the published release anew: only its dates change
  serve [--out DIR] [--port N]                           serve a release on loopback
  keygen --out FILE                                      make a signing key

  coverage [--markdown | --json]                         per series and edition: found against stated, how it is known, gaps
  diff <older> <newer> [--markdown | --json] [--keys FILE]
                                                         what changed, site by site, between two releases (folders, signed or
                                                         of records) or two editions (source ids)
  changelog <older> [--out DIR] [--keys FILE]            the same for the records against the release before, as docs/changelog/N.md
  export --out DIR                                       CSV, NDJSON and a Frictionless data package
  register <names> --about FILE --key FILE --out DIR     publish a block list that somebody else keeps as a list of its own: hosts one
                                                         a line, or CSV with the head "name,Entered (day),Order (number)"
  schema                                                 write data/schema, from which editors complete fields
  docs                                                   write the pages and metadata that are generated from the records

All read the records in data/ (--data DIR for others).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: 'data' },
    out: { type: 'string' },
    key: { type: 'string' },
    keys: { type: 'string' },
    about: { type: 'string' },
    file: { type: 'string' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    'as-of': { type: 'string' },
    history: { type: 'string' },
    issued: { type: 'string' },
    days: { type: 'string', default: '30' },
    port: { type: 'string', default: '8970' },
  },
});

/** Commands that stand in files of their own; loaded when asked for, because the formatter and the CSV writer take their time. */
const filed: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./commands/check.ts')).check,
  changelog: async () => (await import('./commands/diff.ts')).changelog,
  coverage: async () => (await import('./commands/coverage.ts')).coverage,
  diff: async () => (await import('./commands/diff.ts')).diff,
  docs: async () => (await import('./commands/docs.ts')).docs,
  export: async () => (await import('./commands/export.ts')).exportData,
  register: async () => (await import('./commands/register.ts')).register,
  schema: async () => (await import('./commands/schema.ts')).schema,
};

const today = () => new Date().toISOString().slice(0, 10);
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

function validData() {
  const { dataset, problems } = readDataset(values.data);
  const all = [...problems, ...applyRules(dataset, today())];
  for (const problem of all) complain(join(values.data, problemLine(problem)));
  return { dataset, problems: all.length };
}

/** From when to when a head is good. */
function dates(from: string): { issued: string; expires: string } {
  const issued = new Date(values.issued ?? from);
  if (Number.isNaN(issued.getTime())) throw new UsageError(`--issued: expected a date or an instant, found "${values.issued}"`);
  const expires = new Date(issued.getTime() + Number(values.days) * 86_400_000);
  if (!(expires > issued)) throw new UsageError(`--days: expected a number of days, found "${values.days}"`);
  return { issued: issued.toISOString(), expires: expires.toISOString() };
}

const commands: Record<string, (args: string[]) => Promise<number>> = {
  async validate() {
    const { dataset, problems } = validData();
    say(
      `${dataset.markets.length} markets, ${dataset.sources.length} sources, ${dataset.series.length} series, ${dataset.countries.length} countries: ${problems ? `${problems} problems` : 'no problems'}`,
    );
    return problems ? 1 : 0;
  },

  async compile() {
    if (!values.key) throw new UsageError('compile: name the signing key with --key FILE (make one with keygen)');
    const { dataset, problems } = validData();
    if (problems) return 1;
    const out = values.out ?? '.listmark/release';
    const history = values.history ?? `${out}-history`;
    const lines = compile(dataset);
    const built = await buildRelease(lines, dataset.release, readHistory(history, dataset.release.sequence));
    checkSuccession(out, built);
    const { issued, expires } = dates(built.manifest.published);
    writeRelease(out, built, await signHead(built, await signingKey(readKey(values.key)), issued, expires));
    keepHistory(history, dataset.release.sequence, lines);
    say(
      `release ${dataset.release.sequence} of ${dataset.release.published}: ${built.manifest.counts.markets} markets, ${built.manifest.counts.names} names, ${out}`,
    );
    return 0;
  },

  async sign() {
    if (!values.key) throw new UsageError('sign: name the signing key with --key FILE');
    const out = values.out ?? '.listmark/release';
    const head = publishedHead(out);
    if (!head) throw new UsageError(`sign: there is no release in ${out}: run compile`);
    const { issued, expires } = dates(new Date().toISOString());
    writeHead(out, await sign({ ...head, issued, expires }, await signingKey(readKey(values.key))));
    say(`release ${head.sequence}: good until ${expires}`);
    return 0;
  },

  async serve() {
    const dir = values.out ?? '.listmark/release';
    const server = await serveFolder(dir, Number(values.port));
    const address = server.address();
    say(`serving ${dir} on http://127.0.0.1:${typeof address === 'object' && address ? address.port : values.port}/`);
    await new Promise((resolve) => process.once('SIGINT', resolve));
    server.closeAllConnections();
    server.close();
    return 0;
  },

  async keygen() {
    if (!values.out) throw new UsageError('keygen: name the file for the private key with --out FILE');
    const key = await newKey();
    saveKey(values.out, key);
    say(JSON.stringify(publicSet([key])));
    return 0;
  },
};

const [name = '', ...args] = positionals;
const own = filed[name];
const command = own ? async () => (await own())({ args, values, say, complain, today: today() }) : commands[name];
if (!command) {
  complain(name ? `There is no command "${name}".\n\n${USAGE}` : USAGE);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(args);
  } catch (error) {
    complain(`listmark: ${(error as Error).message}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
