/** What people bring to a bulk check: encodings, kinds of file, and what is wrong with bad ones. */
import { describe, expect, it, test } from 'vitest';
import { BadInput } from '../../src/bulk/bad-input.ts';
import { readInput } from '../../src/bulk/read-input.ts';
import { decodeBytes } from '../../src/bulk/text-encoding.ts';

const bytesOf = (text: string, encoding: 'utf8' | 'utf16le' | 'latin1' = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const swapped = (bytes: Uint8Array) => bytes.map((_, at) => bytes[at ^ 1]!);
/** "сайт.example" as windows-1251 has it. */
const CYRILLIC = new Uint8Array([0xf1, 0xe0, 0xe9, 0xf2, ...bytesOf('.example\nfirst.example\n')]);

describe('Encodings', () => {
  test.each([
    ['UTF-8', bytesOf('сайт.example\nfirst.example\n'), 'utf-8', 'every byte'],
    ['UTF-8 with a mark', bytesOf('\uFEFFсайт.example\nfirst.example\n'), 'utf-8', 'byte order mark'],
    ['UTF-16 LE', bytesOf('\uFEFFсайт.example\nfirst.example\n', 'utf16le'), 'utf-16le', 'byte order mark'],
    ['UTF-16 BE', swapped(bytesOf('\uFEFFсайт.example\nfirst.example\n', 'utf16le')), 'utf-16be', 'byte order mark'],
    ['windows-1251', CYRILLIC, 'windows-1251', 'line 1 is not UTF-8'],
  ])('%s is read, and its name and the reason are told', (_, bytes, encoding, why) => {
    const decoded = decodeBytes(bytes);
    expect([decoded.text, decoded.encoding]).toEqual(['сайт.example\nfirst.example\n', encoding]);
    expect(decoded.why).toContain(why);
  });
  it.each([
    ['utf-16le', bytesOf('first.example\nсайт.example\n', 'utf16le')],
    ['utf-16be', swapped(bytesOf('first.example\nсайт.example\n', 'utf16le'))],
  ])('%s without a mark is known by its zeros', (encoding, bytes) => {
    expect(decodeBytes(bytes)).toMatchObject({ text: 'first.example\nсайт.example\n', encoding });
  });
  it.each([
    ['a ZIP file', bytesOf('PK\x03\x04abc', 'latin1'), /ZIP file or a spreadsheet: export the sheet as CSV/],
    ['gzip', bytesOf('\x1F\x8B\b', 'latin1'), /compressed/],
    ['a browser’s database', bytesOf('SQLite format 3\0'), /database, as browsers keep their history in/],
    ['a picture', bytesOf('\x89PNG\r\n\x1A\n', 'latin1'), /a picture/],
    ['binary', bytesOf('a.example\nb.example\n\x01\x02\xFF', 'latin1'), /line 3 holds the control character 0x01/],
    ['zeros', bytesOf('a.example\nb\0c.example'), /line 2 holds the control character 0x00/],
    ['UTF-32', bytesOf('\xFF\xFE\0\0a\0\0\0', 'latin1'), /UTF-32/],
    ['half a character of UTF-16', bytesOf('\xFF\xFEa', 'latin1'), /begins as UTF-16LE, but is damaged/],
    ['a mark of UTF-8, then no UTF-8', bytesOf('\xEF\xBB\xBFa\n\xFF', 'latin1'), /damaged in line 2/],
  ])('%s is refused with what it is', (_, bytes, reason) => {
    expect(() => decodeBytes(bytes)).toThrow(reason);
    expect(() => decodeBytes(bytes)).toThrow(BadInput);
  });
});

const entries = (text: string, column?: number | string) =>
  readInput(text, { column }).entries.map(({ line, text }) => `${line} ${text}`);

describe('Kinds of text', () => {
  it('lines, with blank lines and comments counted, and any line ends', () => {
    const read = readInput('# mine\r\nfirst.example\r\n\r\nhttps://second.example/a?b#c\rthird.example');
    expect(read).toMatchObject({ format: 'lines', lines: 5, left: { blank: 1, comments: 1, header: 0 } });
    expect(read.entries).toEqual([
      { line: 2, text: 'first.example' },
      { line: 4, text: 'https://second.example/a?b#c' },
      { line: 5, text: 'third.example' },
    ]);
  });
  it('every line is an entry, a blank, a comment or a header', () => {
    for (const text of [
      'a.example\n',
      'a.example\n\n',
      '\n\na.example',
      '#\n#\na.example\n\n',
      'url,n\na.example,1\n\n',
    ])
      expect([text, sum(text)]).toEqual([text, readInput(text).lines]);
  });
  const sum = (text: string) => {
    const { entries, left } = readInput(text);
    return new Set(entries.map(({ line }) => line)).size + left.blank + left.comments + left.header;
  };
  it('several names in one line, where each of them is one', () => {
    expect(entries('a.example, b.example; c.example d.example')).toEqual([
      '1 a.example',
      '1 b.example',
      '1 c.example',
      '1 d.example',
    ]);
    expect(entries('a.example, nothing')).toEqual(['1 a.example, nothing']);
  });
  it('a hosts file, with several names in a line', () => {
    const read = readInput('127.0.0.1 localhost\n0.0.0.0 a.example b.example # note\n::1 c.example\n');
    expect(read.format).toBe('hosts-file');
    expect(read.entries.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '1 localhost',
      '2 a.example',
      '2 b.example',
      '3 c.example',
    ]);
  });
  it('bookmarks, each with its line and its characters', () => {
    const html =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://a.example/?x=1&amp;y=2" ADD_DATE="1">A</A>\n<DT><A HREF="javascript:void(0)">B</A>\n';
    expect(entries(html)).toEqual(['3 https://a.example/?x=1&y=2', '4 javascript:void(0)']);
    expect(readInput(html).format).toBe('bookmarks');
  });
  it('the history that a browser or its maker exports as JSON', () => {
    const json =
      '{\n "Browser History": [\n  {"title": "A", "url": "https://a.example/\\u00e9"},\n  {"url": "https://b.example/"}\n ]\n}';
    expect(entries(json)).toEqual(['3 https://a.example/é', '4 https://b.example/']);
    expect(entries('["a.example",\n"b.example"]')).toEqual(['1 a.example', '2 b.example']);
  });
  it.each([
    ['commas', 'title,url,visits\n"One, two",https://a.example/,3\nThree,https://b.example/,1\n'],
    ['semicolons', 'title;url;visits\n"One; two";https://a.example/;3\nThree;https://b.example/;1\n'],
    ['tabs', 'title\turl\tvisits\nOne\thttps://a.example/\t3\nThree\thttps://b.example/\t1\n'],
  ])('a table with %s: the column by its header', (_, text) => {
    const read = readInput(text);
    expect(read).toMatchObject({ format: 'table', column: 1, left: { header: 1 } });
    expect(read.columns!.map(({ name }) => name)).toEqual(['title', 'url', 'visits']);
    expect(entries(text)).toEqual(['2 https://a.example/', '3 https://b.example/']);
  });
  it('a table without a header: the column in which hosts stand', () => {
    expect(entries('1,one,a.example\n2,two,b.example\n')).toEqual(['1 a.example', '2 b.example']);
    expect(readInput('1,one,a.example\n2,two,b.example\n').columns![2]).toEqual({
      name: 'column 3',
      sample: 'a.example',
    });
  });
  it('the column that the user chooses, by number or header', () => {
    const text = 'domain,mirror\na.example,m.example\n';
    expect(entries(text, 1)).toEqual(['2 m.example']);
    expect(entries(text, 'Mirror')).toEqual(['2 m.example']);
    expect(() => entries(text, 'nothing')).toThrow('no column “nothing”. It has “domain”, “mirror”');
  });
  it('a cell over several lines keeps the line numbers right', () => {
    expect(entries('url,note\na.example,"one\ntwo"\nb.example,x\n')).toEqual(['2 a.example', '4 b.example']);
  });
});

describe('Bad input is refused in words that say where', () => {
  it.each([
    [
      'an open quote',
      'url,note\na.example,x\nb.example,"open\nc.example,y\n',
      /^Line 3: a quote opens here and nothing/,
    ],
    ['a quote inside', 'url,note\na.example,"x"y\nb.example,"z"\n', /^Line 2: a quote opens here and closes inside/],
    ['a web page', '<!doctype html><p>a.example', /web page/],
    ['broken JSON', '{\n"url": "a.example",\n', /looks like JSON, but breaks/],
    ['nothing', '\n\n# only\n', /no host or address/],
  ])('%s', (_, text, reason) => {
    expect(() => readInput(text)).toThrow(reason);
    expect(() => readInput(text)).toThrow(BadInput);
  });
  it('more entries than allowed: says before which line to split', () => {
    expect(() => readInput('a.example\n\nb.example\nc.example', { limit: 2 })).toThrow(
      '3 entries are more than the 2 that can be checked at once: split the text before line 4.',
    );
    expect(readInput('a.example\n\nb.example', { limit: 2 }).entries).toHaveLength(2);
  });
});
