/** Turns record lines into static files: immutable files named by their hash, and one short-lived signed head. */
import { gzipSync } from 'node:zlib';
import { CompactSign } from 'jose';
import { pack } from '../list/release/packed.ts';
import { diffLines, linesToText, type Lines } from '../list/release/record-lines.ts';
import { fileName, FORMAT, HEAD_LIMIT, type Head, type Manifest } from '../list/release/release.ts';
import { sha256, type Bytes } from '../list/release/trust.ts';
import type { ReleaseNote } from './dataset.ts';
import type { SigningKey } from './keys.ts';

/** The files of a release by name, without the head: of the curated list, or of a register with its own manifest. */
export interface Built<M = Manifest> {
  manifest: M;
  manifestFile: { hash: string; size: number };
  files: Map<string, Bytes>;
}

/** The release that a head names: of the curated list or of a register. */
export type Signable = Pick<Built, 'manifestFile'> & { manifest: Pick<Manifest, 'list' | 'sequence'> };

export interface Earlier {
  sequence: number;
  lines: Lines;
}

/** @param earlier releases to make deltas from */
export async function buildRelease(
  lines: Lines,
  { list, sequence, published }: ReleaseNote,
  earlier: readonly Earlier[] = [],
): Promise<Built> {
  const { files, add } = namedByHash();
  const text = linesToText(lines);
  const raw = new TextEncoder().encode(text);
  const records = { ...(await add(text)), text: { hash: await sha256(raw), size: raw.length } };
  const deltas: Manifest['deltas'] = [];
  for (const { sequence: from, lines: old } of earlier) {
    const delta = diffLines(old, lines);
    deltas.push({ ...(await add(delta)), from, textSize: new TextEncoder().encode(delta).length });
  }
  const manifest: Manifest = {
    format: FORMAT,
    list,
    sequence,
    published: `${published}T00:00:00Z`,
    records,
    deltas,
    counts: pack(lines).directory.counts,
  };
  const manifestFile = await add(JSON.stringify(manifest));
  return { manifest, manifestFile, files };
}

/** Collects published files: gzips each and names it by its hash. `add` returns hash and size for the manifest. */
export function namedByHash() {
  const files = new Map<string, Bytes>();
  const add = async (content: string | Bytes): Promise<{ hash: string; size: number }> => {
    const bytes = gzip(content);
    const hash = await sha256(bytes);
    files.set(fileName(hash), bytes);
    return { hash, size: bytes.length };
  };
  return { files, add };
}

/** @param issued and `expires`: ISO instants; sign a new head well before it expires */
export async function signHead(
  { manifest, manifestFile }: Signable,
  key: SigningKey,
  issued: string,
  expires: string,
): Promise<Bytes> {
  return sign(
    { format: FORMAT, list: manifest.list, sequence: manifest.sequence, issued, expires, manifest: manifestFile },
    key,
  );
}

export async function sign(head: Head, key: SigningKey): Promise<Bytes> {
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(head)))
    .setProtectedHeader({ alg: 'Ed25519', kid: key.kid })
    .sign(key.privateKey);
  const bytes = new TextEncoder().encode(jws);
  if (bytes.length > HEAD_LIMIT)
    throw new Error(`the head has ${bytes.length} bytes, more than the ${HEAD_LIMIT} that clients read`);
  return bytes;
}

/** gzip without a time stamp and with a fixed operating-system byte, so that all machines give the same bytes. */
export function gzip(content: string | Bytes): Bytes {
  const bytes = new Uint8Array(gzipSync(content, { level: 9 }));
  bytes[9] = 255;
  return bytes;
}
