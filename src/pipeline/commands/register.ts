/** `register`: a public block list that somebody else keeps, published as a signed list of its own, which users may add. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { decodeColumns } from '../../list/name-columns.ts';
import { decodeNames } from '../../list/name-table.ts';
import { About, RegisterManifest } from '../../list/register-release.ts';
import { fileName } from '../../list/release.ts';
import type { Bytes } from '../../list/trust.ts';
import { UsageError, type Command } from '../command.ts';
import { publishedHead } from '../history.ts';
import { readKey, signingKey } from '../keys.ts';
import { signHead, writeRelease } from '../publish.ts';
import { buildRegisterRelease, type EarlierRegister } from '../publish-register.ts';
import { readRegisterInput, type ReadRegister } from '../register-input.ts';
import { readText } from '../text-file.ts';

/** Id of the list and its publisher's words, in a file beside the names. */
const Note = v.strictObject({ list: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'expected small letters, digits and hyphens')), ...About.entries });
const DAYS = 30;

export const register: Command = async ({ args, values, say, complain, today }) => {
  const [input] = args;
  if (!input || !values.about || !values.key || !values.out) throw new UsageError('register: name the list of names, --about FILE, --key FILE and --out DIR');
  const { list, ...about } = readNote(values.about);
  const { refused, notes, ...read } = readInput(input);
  for (const { line, text, reason } of refused) complain(`${input}:${line}: ${reason} (“${text.slice(0, 80)}”)`);
  for (const { line, text, reason } of notes) complain(`${input}:${line}: published, but: ${reason} (“${text.slice(0, 80)}”)`);
  if (read.names.length === 0) throw new UsageError(`register: ${input} holds no name that can be published`);
  const before = earlierIn(values.out, list);
  const sequence = (before?.sequence ?? 0) + 1;
  const built = await buildRegisterRelease({ ...read, about }, { list, sequence, published: today }, before ? [before] : []);
  const issued = new Date();
  const expires = new Date(issued.getTime() + DAYS * 86_400_000);
  writeRelease(values.out, built, await signHead(built, await signingKey(readKey(values.key)), issued.toISOString(), expires.toISOString()));
  say(`register ${list}, release ${sequence}: ${read.names.length} names, ${refused.length} lines refused, ${values.out}`);
  return 0;
};

function readInput(path: string): ReadRegister {
  const text = readText(path);
  try {
    return readRegisterInput(text);
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

function readNote(path: string): v.InferOutput<typeof Note> {
  let data: unknown;
  try {
    data = JSON.parse(readText(path));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${path}: this is not JSON: ${(error as Error).message}`);
  }
  const read = v.safeParse(Note, data);
  if (!read.success) throw new UsageError(`${path}: ${v.getDotPath(read.issues[0]) ?? ''} ${read.issues[0].message}`);
  return read.output;
}

/** What the folder holds already: the next release leads on from it. */
function earlierIn(out: string, list: string): EarlierRegister | null {
  const head = publishedHead(out);
  if (!head) return null;
  if (head.list !== list) throw new UsageError(`register: ${out} holds the list "${head.list}", not "${list}": name another folder`);
  const open = (hash: string): Bytes => new Uint8Array(gunzipSync(readFileSync(join(out, fileName(hash)))));
  if (!existsSync(join(out, fileName(head.manifest.hash)))) throw new Error(`${out}: the manifest of release ${head.sequence} is gone`);
  const { names, columns, count } = v.parse(RegisterManifest, JSON.parse(new TextDecoder().decode(open(head.manifest.hash))));
  return { sequence: head.sequence, names: decodeNames(open(names.hash)), columns: columns ? decodeColumns(open(columns.hash), count) : [] };
}
