/** Formats generated files like written ones, so that `npm run format` changes nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** @param path its extension decides the language: .json, .md, .cff */
export async function formatFile(path: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

/** Generated files by path, relative to the project's root. */
export type Files = Map<string, string>;

export function writeFiles(files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
