/** Reads the addresses in the JSON that browsers export: bookmarks, or the history of visits. */
import { say } from '../words/bulk.ts';
import { BadInput } from './bad-input.ts';
import { LineCounter } from './line-counter.ts';
import type { Entry } from './entry.ts';

/** A member that holds an address, or a bare text of an array of texts. */
const ADDRESSES = /"(?:url|uri|href|host|hostname|domain)"\s*:\s*("(?:[^"\\]|\\.)*")/gi;
const TEXTS = /"(?:[^"\\]|\\.)*"/g;

/** @throws BadInput with the line where the JSON breaks */
export function readAddressMembers(json: string): Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const line = lineOf(error as Error, json);
    throw new BadInput(line === null ? say('json') : say('json-line', { line }));
  }
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
  const lines = new LineCounter(json);
  return [...json.matchAll(isTexts ? TEXTS : ADDRESSES)].map((found) => ({
    line: lines.lineAt(found.index),
    text: JSON.parse(found[1] ?? found[0]) as string,
  }));
}

/** Engines tell the place in different words; some of them not at all. */
function lineOf({ message }: Error, json: string): number | null {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? new LineCounter(json).lineAt(Number(position)) : null;
}
