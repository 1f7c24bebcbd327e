import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WebLink } from '../../src/ui/WebLink.tsx';

const elementFor = (to: string) => WebLink({ to, children: 'source' }).type;

it.each(['https://office.example/list', 'http://office.example/', 'HTTPS://OFFICE.EXAMPLE/'])(
  '%s becomes a link',
  (to) => expect(elementFor(to)).toBe('a'),
);

it.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https:',
  'https://[',
  '//office.example',
  'x',
  '',
])('%s stays text', (to) => expect(elementFor(to)).toBe('span'));

it('No other component makes a link from data', () => {
  const pages = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(`src/${file}`, 'utf8')] as const);
  expect(pages.length).toBeGreaterThan(30);
  // hashOf() makes an address within the page, explorerPath() one within the extension: both encode what they get.
  const links = pages
    .filter(([, text]) => /\bhref=\{(?!hashOf\(|explorerPath\()|\.href =|\bsrc=\{|\baction=\{/.test(text))
    .map(([file]) => file);
  // WrongRecord.tsx has a mailto: link to us.
  expect(links.sort()).toEqual(['popup/take-away/WrongRecord.tsx', 'ui/WebLink.tsx']);
});
