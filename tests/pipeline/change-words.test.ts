/** Changes as Markdown: text of records is escaped, and no host becomes a link. */
import { describe, expect, it } from 'vitest';
import { render } from '../../src/pipeline/change-words.ts';

describe('In Markdown', () => {
  const page = (line: string) => render('T', [{ heading: 'H', lines: [line] }], true);
  it('a host is in a code span, so that no renderer makes a link of it', () => {
    expect(page('domain added: first.example.org')).toContain('- domain added: `first.example.org`');
    expect(page('status of first.example.org: x')).toContain('status of `first.example.org`: x');
    expect(page('see https://first.example.org/a_b, there')).toContain('see `https://first.example.org/a_b`, there');
    expect(page('испытание.рф, p. 3')).toContain('`испытание.рф`, p. 3');
  });
  it('text of records is escaped', () =>
    expect(page('a [b](c) <i>_d_</i>')).toContain('a \\[b\\](c) \\<i\\>\\_d\\_\\</i\\>'));
});
