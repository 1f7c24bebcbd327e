import { expect, it } from 'vitest';
import { parseListAddress } from '../../../src/list/release/list-address.ts';

it('the address of a list or a register is https or this machine, with a slash at its end', () => {
  expect(parseListAddress(' https://lists.example/register ')).toBe('https://lists.example/register/');
  expect(parseListAddress('http://127.0.0.1:8970/')).toBe('http://127.0.0.1:8970/');
  for (const typed of ['http://lists.example/', 'lists.example', 'ftp://lists.example/', 'https://', '']) expect(parseListAddress(typed)).toBe(null);
});
