/**
 * The hosts that a browser looks up, for a given list: 1 % listed, 3 % subdomains of a listed name, 2 % similar names,
 * and the rest not listed: popular sites (60 %, mostly the same few), long CDN hosts (8 %, or a fifth), and sites that
 * are visited once. The toolbar looks up pages, few of which are on CDN hosts; for requests it would be a fifth.
 */
import { NameMaker } from './names.ts';

const PLACES = ['www.', 'www.', 'www.', '', '', 'm.', 'api.', 'static.', 'img.', 'accounts.', 'cdn.', 'login.eu.'];

/** A host of a content delivery network, up to 70 characters long. */
function cdnHost(maker: NameMaker): string {
  switch (maker.int(6)) {
    case 0:
      return `r${maker.int(9)}---sn-${maker.noise(8)}-${maker.noise(4)}.googlevideo.com`;
    case 1:
      return `d${maker.noise(13)}.cloudfront.net`;
    case 2:
      return `scontent-${maker.noise(3)}${maker.int(9)}-1.xx.fbcdn.net`;
    case 3:
      return `e${maker.int(99999)}.dscb.akamaiedge.net`;
    case 4:
      return `${maker.noise(8)}-${maker.noise(12)}.s3.dualstack.eu-central-1.amazonaws.com`;
    default:
      return `${maker.noise(32)}.safeframe.googlesyndication.com`;
  }
}

function nearMiss(maker: NameMaker, name: string): string {
  switch (maker.int(4)) {
    case 0:
      return maker.pick([...'abcx0']) + name;
    case 1:
      return name.slice(0, name.lastIndexOf('.') + 1) + maker.tld();
    case 2:
      return `${name}.${maker.domain()}`;
    default: {
      const at = maker.int(name.lastIndexOf('.'));
      const letter = name[at] === '.' ? '.' : maker.pick([...'abcdefghij']);
      return name.slice(0, at) + letter + name.slice(at + 1);
    }
  }
}

export interface Visits {
  hosts: string[];
  /** For each host, whether the list covers it, computed by looking up every parent in a Set. */
  listed: boolean[];
}

/** @param cdn share of long CDN hosts, at most 0.34; they replace sites that are visited once */
export function makeVisits(names: readonly string[], count: number, cdn = 0.08): Visits {
  const maker = new NameMaker(2);
  const set = new Set(names);
  const covered = (host: string): boolean => host.split('.').some((_, n, labels) => set.has(labels.slice(n).join('.')));
  const popular = Array.from({ length: 5_000 }, () => maker.domain()).filter((name) => !covered(name));
  const drawHost = (): string => {
    const r = maker.random();
    if (r < 0.01) return maker.pick(names);
    if (r < 0.04)
      return `${maker.pick(PLACES.slice(0, 3))}${maker.random() < 0.3 ? `${maker.noise(6)}.` : ''}${maker.pick(names)}`;
    if (r < 0.06) return nearMiss(maker, maker.pick(names));
    for (;;) {
      const other =
        r < 0.66
          ? maker.pick(PLACES) + popular[Math.floor(popular.length ** maker.random()) - 1]!
          : r < 0.66 + cdn
            ? cdnHost(maker)
            : maker.pick(PLACES) + maker.domain();
      if (!covered(other)) return other;
    }
  };
  const hosts: string[] = [];
  while (hosts.length < count) {
    const host = drawHost();
    // A similar name of a punycode name may be an invalid host, which no browser would visit.
    if (URL.canParse(`http://${host}`)) hosts.push(host);
  }
  return { hosts, listed: hosts.map(covered) };
}
