/** Compiles the catalogues of src/words while Vite builds, so that no parser of messages goes into the extension. */
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { parseAst, type Plugin } from 'vite';

const PARSER = '@lingui/message-utils/compileMessage';
/** Compiled messages come back as they are. */
const NO_PARSER =
  'export const compileMessage = (message) => message; export { compileMessage as compileMessageOrThrow };';

interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** For a build only: vitest and tsx parse the messages when a catalogue is imported. */
export function compiledWords(): Plugin {
  return {
    name: 'listmark:words',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === PARSER ? `\0${PARSER}` : undefined),
    load: (id) => (id === `\0${PARSER}` ? NO_PARSER : undefined),
    transform: {
      filter: { id: /\/src\/words\/.*\.ts$/ },
      handler: (code) => ({ code: compiledCatalogues(code), map: null }),
    },
  };
}

/**
 * The module with each message of `catalogue({ id: 'message' })` compiled.
 * @throws Error for a message that is no literal string or no ICU message
 */
export function compiledCatalogues(code: string): string {
  const messages = callsOf('catalogue', parseAst(code, { lang: 'ts' })).flatMap(({ arguments: [object] }) =>
    (object as Node & { properties: { value: Node }[] }).properties.map(({ value }) => value),
  );
  let result = code;
  for (const message of messages.sort((a, b) => b.start - a.start)) {
    if (message.type !== 'Literal' || typeof message.value !== 'string')
      throw new Error(`a message must be one literal string: ${code.slice(message.start, message.end)}`);
    const compiled = JSON.stringify(compileMessageOrThrow(message.value));
    result = result.slice(0, message.start) + compiled + result.slice(message.end);
  }
  return result;
}

type Call = Node & { callee: Node; arguments: Node[] };

function callsOf(name: string, node: unknown): Call[] {
  if (Array.isArray(node)) return node.flatMap((each) => callsOf(name, each));
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap((each) => callsOf(name, each));
  const { type, callee } = node as Call;
  return type === 'CallExpression' && callee.type === 'Identifier' && callee.name === name
    ? [...inside, node as Call]
    : inside;
}
