/** Edge cases of list addresses, with the messages that the options show. */
import { expect, it } from 'vitest';
import { readListAddress } from '../../../src/list/release/list-address.ts';

const LONG = `https://a.example/${'x'.repeat(2030)}`;

it.each([
  ['https://a\u0000.example/', 'expected an address without blanks and backslashes'],
  ['https://a\u200B.example/', 'expected an address without blanks and backslashes'],
  ['ftp://https://a.example/', 'expected an address that begins with https://'],
  ['http://https://a.example/', 'expected an address that begins with https://'],
  ['http://127x0y0z1/', 'expected an address that begins with https://'],
  ['https://:80/', 'expected a web address'],
  [`${LONG}x`, 'expected an address of at most 2048 characters'],
])('%j: %s', (address, reason) => expect(readListAddress(address)).toEqual({ reason }));

it('an address may have 2,048 characters, and a missing slash at its end is added', () => {
  expect(LONG).toHaveLength(2048);
  expect(readListAddress(LONG)).toEqual({ address: `${LONG}/` });
  for (const address of ['http://127.0.0.1:8970/', 'http://127.0.0.1/', 'https://a.example/v1/'])
    expect(readListAddress(`\t${address} `)).toEqual({ address });
});
