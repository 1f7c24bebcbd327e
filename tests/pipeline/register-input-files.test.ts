/**
 * Files that publishers and beginners really have, each with the result. The codes (R1, X1, …) are those of the trials
 * that found them.
 */
import { expect, it } from 'vitest';
import { NO_VALUE } from '../../src/list/register/name-columns.ts';
import { readRegisterInput } from '../../src/pipeline/register-input.ts';
import { decodeText } from '../../src/pipeline/text-file.ts';

interface Input {
  what: string;
  file: string | Uint8Array;
  /** Names that can be published, in the order of the name table, or the reason why the whole file is refused. */
  gives: string[] | RegExp;
  values?: number[][];
  /** `line: part of the reason` */
  refused?: string[];
  notes?: string[];
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const day = (text: string) => Date.parse(text) / 86_400_000;
const RULE = 'this looks like a rule of';
const MORE = 'more than a name';
const WORD = 'is one word';

const INPUTS: Record<string, Input> = {
  'R1 space': {
    what: 'a hosts file',
    file: '0.0.0.0 one.example\n0.0.0.0 two.example www.two.example # both\n',
    gives: ['one.example', 'two.example', 'www.two.example'],
  },
  'R1 tab': {
    what: 'a hosts file with tabs',
    file: '127.0.0.1\tlocalhost\n0.0.0.0\tone.example\n::1\ttwo.example\n192.0.2.7\tnas.example\n',
    gives: ['one.example', 'two.example'],
    refused: [`1: ${WORD}`, '4: this maps names to 192.0.2.7'],
  },
  R2: {
    what: 'a table with tabs and no header row',
    file: 'one.example\t2020-01-02\t17\ntwo.example\t2020-01-03\t18\n',
    gives: [],
    refused: [`1: ${MORE}`, `2: ${MORE}`],
  },
  'R2 headed': {
    what: 'the same with a header row',
    file: 'name\tEntered (day)\tOrder (number)\none.example\t2020-01-02\t17\n',
    gives: ['one.example'],
    values: [[day('2020-01-02')], [17]],
  },
  R5: {
    what: 'numbers at the limits of 32 bits and beyond',
    file: 'name,Order (number)\nlast.example,2147483647\nover.example,2147483648\nyear.example,20230001234\nfirst.example,-2147483647\nunder.example,-2147483648\nfar.example,99999999999999999999\npart.example,1.5\nhex.example,0x10\nexp.example,1e3\n',
    gives: ['first.example', 'last.example'],
    values: [[-2147483647, 2147483647]],
    refused: [
      '3: Order: 2147483648 is beyond what a register can hold (-2147483647 to 2147483647)',
      '4: Order: 20230001234 is beyond',
      '6: Order: -2147483648 is beyond',
      '7: Order: 99999999999999999999 is beyond',
      '8: Order: expected a whole number, found “1.5”',
      '9: Order: expected a whole number, found “0x10”',
      '10: Order: expected a whole number, found “1e3”',
    ],
  },
  R6: {
    what: 'days that do not exist',
    file: 'name,Entered (day)\none.example,2020-02-30\ntwo.example,2021-02-29\nthree.example,2020-04-31\nfour.example,2020-02-29\nfive.example,2020-13-01\n',
    gives: ['four.example'],
    values: [[day('2020-02-29')]],
    refused: [
      '2: Entered: there is no day 2020-02-30',
      '3: Entered: there is no day 2021-02-29',
      '4: Entered: there is no day',
      '6: Entered: there is no day',
    ],
  },
  R7: {
    what: 'addresses of pages',
    file: 'https://video.example/watch?v=1\nhttps://www.search.example/search?q=film\nhttp://archive.example/web/2016/http://one.example/\nhttps://docs.example/document/d/abc\nhttps://whole.example/\n',
    gives: ['whole.example'],
    refused: [
      '1: is the address of a page. Here a name stands for all of video.example',
      '2: is the address of a page',
      '3: is the address of a page',
      '4: is the address of a page',
    ],
  },
  R8: {
    what: 'a quote that is not closed',
    file: 'name,Entered (day)\nfirst.example,2020-01-01\n"one.example,2020-01-02\ntwo.example,2020-01-03\n',
    gives: /^line 3: a quote opens here and nothing closes it/,
  },
  'R8 twice': {
    what: 'two such quotes',
    file: 'name,Entered (day)\n"one.example,2020-01-02\n"two.example,2020-01-03\n',
    gives: /^line 2: a quote opens here and closes inside the cell/,
  },
  'R8 rows': {
    what: 'quotes around a line break',
    file: 'name,Entered (day)\none.example,"2020-01-02\ntwo.example,2020-01-03"\nthree.example,2020-01-04\n',
    gives: ['three.example'],
    values: [[day('2020-01-04')]],
    refused: ['2: a cell goes on in the next line'],
  },
  R9: {
    what: 'a header row in quotes',
    file: '"name","Entered (day)"\n"one.example","2020-01-02"\n',
    gives: ['one.example'],
    values: [[day('2020-01-02')]],
  },
  R10: {
    what: 'semicolons, as spreadsheets in much of Europe write them',
    file: 'name;Entered (day)\none.example;2020-01-02\n',
    gives: ['one.example'],
    values: [[day('2020-01-02')]],
  },
  R11: {
    what: 'one column with a header row',
    file: 'domain\none.example\ntwo.example\n',
    gives: ['one.example', 'two.example'],
  },
  R12: {
    what: 'empty cells',
    file: 'name,Entered (day),Order (number)\none.example,,17\ntwo.example,2020-01-03,\nzero.example,1970-01-01,0\nshort.example,2020-01-03\n,2020-01-03,18\n',
    gives: ['one.example', 'two.example', 'zero.example'],
    values: [
      [NO_VALUE, day('2020-01-03'), 0],
      [17, NO_VALUE, 0],
    ],
    refused: ['5: 2 cells, where the head has 3', '6: found nothing'],
  },
  R13: {
    what: 'UTF-16 with a byte-order mark',
    file: utf16('one.example\r\ntwo.example\r\n'),
    gives: ['one.example', 'two.example'],
  },
  'R13 big-endian': { what: 'big-endian UTF-16', file: utf16('one.example\r\n', true), gives: ['one.example'] },
  'R13 unmarked': {
    what: 'UTF-16 without a byte-order mark',
    file: utf16('one.example\n').subarray(2),
    gives: /^it holds zero bytes: if it is UTF-16/,
  },
  R14: {
    what: 'comments and filter rules among the names',
    file: 'one.example # comment\ntwo.example  ; comment\nthree.example ! x\n.four.example\n||five.example^\nsix.example,\n',
    gives: ['four.example', 'one.example', 'six.example'],
    refused: [`2: ${MORE}`, `3: ${MORE}`, `5: ${RULE} an ad blocker`],
    notes: ['6: Left out: “,”.'],
  },
  R15: {
    what: 'days in other formats',
    file: 'name,Entered (day)\none.example,2020-01-02 00:00:00\ntwo.example,2020-01-02T00:00:00Z\nthree.example,02.01.2020\nfour.example,43832\n',
    gives: [],
    values: [[]],
    refused: ['2', '3', '4', '5'].map((line) => `${line}: Entered: expected a day as YYYY-MM-DD, found`),
  },
  R16: {
    what: 'a byte-order mark',
    file: utf8('\uFEFFone.example\ntwo.example\n'),
    gives: ['one.example', 'two.example'],
  },
  R17: {
    what: 'blank lines, comments and a line break inside quotes: line numbers are those of an editor',
    file: '# of the office\nname,Entered (day)\n\n\none.example,2020-01-02\n"bad\nname",2020-01-03\nalso bad name,2020-01-04\n# a remark\r\nlan,2020-01-05\r\n',
    gives: ['one.example'],
    values: [[day('2020-01-02')]],
    refused: ['6: a cell goes on in the next line', '8: it holds a blank', `10: ${WORD}`],
  },
  R18: {
    what: 'single words',
    file: 'corp\nlan\nlocalhost\nlocal\nhome\nonion\ntitle\nrouter.lan\n',
    gives: ['router.lan'],
    refused: [1, 2, 3, 4, 5, 6, 7].map((line) => `${line}: ${WORD}`),
    notes: ['8: No public name ends in “.lan”'],
  },
  R19: {
    what: 'punctuation of a word processor',
    file: '“one.example”\n«two.example»\nthree.example…\nfour.example–\n',
    gives: ['four.example', 'one.example', 'two.example'],
    refused: ['3: seems to be cut short'],
    notes: ['1: Left out: ““”, “””.', '2: Left out: “«”, “»”.', '4: Left out: “–”.'],
  },
  // The reader cannot know that names are missing; `register` compares with the previous release.
  R20: {
    what: 'a download that ended inside a name',
    file: 'host0000.example\nhost0001.example\nhost0002.exa',
    gives: ['host0002.exa', 'host0000.example', 'host0001.example'],
    notes: ['3: No public name ends in “.exa”'],
  },
  'R20 in a row': {
    what: 'a download that ended inside a row',
    file: 'name,Entered (day)\none.example,2020-01-02\ntwo.example,2020-0',
    gives: ['one.example'],
    values: [[day('2020-01-02')]],
    refused: ['3: Entered: expected a day'],
  },
  X1: {
    what: 'bookmarks',
    file: '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://one.example/" ADD_DATE="1">One</A>\n</DL>\n',
    gives: /this looks like a browser’s bookmarks \(HTML\)/,
  },
  'X1 page': {
    what: 'a web page',
    file: '\n<!doctype html>\n<p>one.example</p>\n',
    gives: /this looks like a web page/,
  },
  X2: {
    what: 'a browser’s history',
    file: 'url,title,visited\nhttps://www.search.example/search?q=a,A,2020-01-01\nhttps://one.example/,One,2020-01-02\n',
    gives: /this looks like a browser’s history/,
  },
  X3: {
    what: 'JSON',
    file: '{"list":[\n{"domain": "one.example", "first_blocked_on": "2024-07-21"}\n]}\n',
    gives: /this looks like JSON/,
  },
  'X3 array': { what: 'JSON', file: '["one.example"]\n', gives: /this looks like JSON/ },
  X4: {
    what: 'Latin-1',
    file: Uint8Array.from(Buffer.from('one.example\nm\u00FCller.example\n', 'latin1')),
    gives: /^line 2 is not UTF-8: save the file as UTF-8/,
  },
  X5: {
    what: 'rules of resolvers and blockers',
    file: 'server=/one.example/\nlocal=/two.example/\nlocal-zone: "three.example" always_nxdomain\n*.four.example CNAME .\n|https://five.example^\nDOMAIN-SUFFIX,six.example\n+.seven.example\n@@||eight.example^\n*.nine.example\n',
    gives: ['nine.example'],
    refused: ['dnsmasq', 'dnsmasq', 'Unbound', 'a DNS zone', 'an ad blocker', 'Clash', 'Clash', 'an ad blocker'].map(
      (whose, n) => `${n + 1}: ${RULE} ${whose}`,
    ),
  },
  'X5 filters': {
    what: 'a list of filters',
    file: '[Adblock Plus 2.0]\n! Title: x\n||one.example^\n',
    gives: /the filters of an ad blocker/,
  },
  spreadsheet: { what: 'a spreadsheet', file: utf8('PK\x03\x04xl/worksheets'), gives: /a ZIP file or a spreadsheet/ },
  gzip: { what: 'a compressed list', file: Uint8Array.of(0x1f, 0x8b, 8, 0), gives: /compressed \(gzip\)/ },
  PDF: { what: 'a PDF', file: '%PDF-1.7\n', gives: /a PDF/ },
  database: { what: 'the database of a browser’s history', file: 'SQLite format 3\0', gives: /a database/ },
};

it.each(Object.entries(INPUTS).map(([number, input]) => ({ number, ...input })))(
  '$number, $what',
  ({ file, gives, values = [], refused = [], notes = [] }) => {
    const read = () => readRegisterInput(decodeText(typeof file === 'string' ? utf8(file) : file));
    if (gives instanceof RegExp) {
      expect(read).toThrow(gives);
      return;
    }
    const result = read();
    expect(result.names).toEqual(gives);
    expect(result.columns.map((column) => [...column])).toEqual(values);
    const lines = (about: typeof result.refused) => about.map(({ line, reason }) => `${line}: ${reason}`);
    const expected = (all: string[]) =>
      all.map((one) => {
        const [, line, part] = /^(\d+): (.*)$/.exec(one)!;
        return expect.stringMatching(
          new RegExp(`^${line}: .*${part!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
        ) as string;
      });
    expect(lines(result.refused)).toEqual(expected(refused));
    expect(lines(result.notes)).toEqual(expected(notes));
  },
);
