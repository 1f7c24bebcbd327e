/** Reads a block list of another publisher: from lines to sorted names. */
import { describe, expect, it } from 'vitest';
import { readRegisterInput } from '../../src/pipeline/register-input.ts';

describe('A list of lines', () => {
  it('gives its hosts in the order of the name table, each once, in lower case and punycode', () => {
    const { names, columns, refused } = readRegisterInput(
      '# a comment\nWWW.Example.test\r\n\nhttps://example.org/\n*.пример.example\nexample.com\n',
    );
    expect(names).toEqual(['example.com', 'xn--e1afmkfd.example', 'example.org', 'www.example.test']);
    expect(columns).toEqual([]);
    expect(refused).toEqual([]);
  });

  it('reports every line that cannot be published, with its number and the reason', () => {
    const { names, refused } = readRegisterInput(
      'example.org\nexample.org\n192.0.2.1\ngithub.io\nco.uk\nsomeone@example.org\ntwo..example\n',
    );
    expect(names).toEqual(['example.org']);
    expect(refused.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '2: example.org stands already in line 1',
      '3: 192.0.2.1 is an IP address, not a name.',
      '4: github.io is a public suffix or a host that many share',
      '5: co.uk is a public suffix or a host that many share',
      '6: “someone@example.org” looks like an e-mail address, not a host name.',
      '7: “two..example” has two dots in a row.',
    ]);
  });

  it('reads days and numbers from the columns of a table', () => {
    const { names, labels, columns, refused } = readRegisterInput(
      'name,Entered (day),Order (number)\nexample.org,2016-01-25,726\n"example.com",1970-01-02,-3\nexample.net,2016,4\n',
    );
    expect(names).toEqual(['example.com', 'example.org']);
    expect(labels).toEqual([
      { name: 'Entered', kind: 'day' },
      { name: 'Order', kind: 'number' },
    ]);
    expect(columns).toEqual([Int32Array.of(1, 16_825), Int32Array.of(-3, 726)]);
    expect(refused).toMatchObject([{ line: 4, reason: 'Entered: expected a day as YYYY-MM-DD, found “2016”' }]);
  });

  it('is refused if its header row is not understood', () => {
    expect(() => readRegisterInput('name,Entered\nexample.org,2016-01-25\n')).toThrow(
      'line 1: expected a column such as “Entered (day)”',
    );
  });
});
