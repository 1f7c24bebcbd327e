/**
 * Makes a self-signed certificate for the demo sites, in memory only: no key is in the repository, and `openssl` is not
 * needed. Node can sign, but not build certificates, so the few DER structures of RFC 5280 are built here.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Der = Buffer;

const der = (tag: number, ...parts: Der[]): Der => {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Der[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (value: string) => der(0x0c, Buffer.from(value));
/** UTCTime, valid until 2049. */
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
/**
 * A serial number: DER requires a positive number without a leading zero byte, so the first byte is between 0x40 and
 * 0x7f.
 */
const serial = () => der(0x02, Buffer.from(randomBytes(16).map((byte, at) => (at ? byte : (byte & 0x3f) | 0x40))));

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
const COMMON_NAME = oid('550403');
const ALT_NAMES = oid('551d11');

/** `{ key, cert }` as PEM for the given host names, valid from yesterday for thirty days. */
export function selfSigned(hosts: Iterable<string>): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, text('Listmark demo'))));
  const day = 86_400_000;
  const names = sequence(...[...hosts].map((host) => der(0x82, Buffer.from(host))));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    serial(),
    ECDSA_SHA256,
    name,
    sequence(time(new Date(Date.now() - day)), time(new Date(Date.now() + 30 * day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(ALT_NAMES, der(0x04, names)))),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(sequence(body, ECDSA_SHA256, signature)),
  };
}

function pem(certificate: Der): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n').trim()}\n-----END CERTIFICATE-----\n`;
}
