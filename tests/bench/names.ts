/**
 * Made-up host names similar to those of real block lists; the same seed gives the same names. The proportions (TLDs,
 * length of labels, a quarter below a shared parent, mirrors of one brand, 2 % IDN) are those of real public lists. As
 * text they are a little harder to compress, so the byte figures are not too low.
 */

/** A seeded source of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TLDS = (
  'com*30 ru*14 net*7 org*6 top*3 xn--p1ai*2 online*2 biz*2 info*2 cc*1.5 me*1.5 to*1.5 tv*1.5 site*1.5 xyz*1.5 club*1 pro*1 co*1 io*1 ws*0.7 eu*1 de*1.5 ' +
  'nl*0.7 fr*0.8 it*0.8 es*0.8 pl*0.6 se*0.5 in*0.8 cn*0.8 is*0.3 pw*0.6 fun*0.5 live*0.6 vip*0.5 app*0.4 link*0.3 space*0.5 store*0.3 co.uk*1 com.ua*0.8 com.br*0.8 org.ua*0.3 co.in*0.2'
)
  .split(' ')
  .map((each) => each.split('*') as [string, string]);
const WORDS = (
  'torrent movie film kino serial online watch free stream tv sport live music mp3 book lib games game download file share hub zone club box site world best top my the go pro hd plus ' +
  'porno sex casino slots bet vulkan azino poker tube video anime manga comic cloud drive upload host proxy mirror pirate bay seed leech track rip cast play star fan city house shop market ' +
  'new big hot max super mega ultra all one first fast easy smart gold red blue black white dark king news forum portal blog mail sklad rus ukr moscow smotret skachat besplatno igra igry knigi'
).split(' ');
const SYLLABLES =
  'ba be bo ca ce co da de di do fa fi fo ga ge go ha he hi ka ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so sta ster ta te ti to tor tra tri va ve vi vo za zi zo an ar en er in on or us ch sh th'.split(
    ' ',
  );
const SUBDOMAINS = 'www www www www m forum blog mail cdn static img api dl en ru s1 s2 v3 shop old new app'.split(' ');
const CYRILLIC = 'а б в г д е ж з и к л м н о п р с т у х ч ш я'.split(' ');
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Draws labels, names and hosts; holds the random state and the vocabulary. */
export class NameMaker {
  readonly random: () => number;
  readonly #vocabulary: string[];
  readonly #tldEnds: number[] = [];
  readonly #parents: string[] = [];
  readonly #brands: string[] = [];

  constructor(seed: number) {
    this.random = seeded(seed);
    let sum = 0;
    for (const [, weight] of TLDS) this.#tldEnds.push((sum += Number(weight)));
    this.#vocabulary = [...WORDS];
    while (this.#vocabulary.length < 12_000)
      this.#vocabulary.push(Array.from({ length: 2 + this.int(3) }, () => this.pick(SYLLABLES)).join(''));
  }

  int(below: number): number {
    return Math.floor(this.random() * below);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.int(from.length)]!;
  }

  tld(): string {
    const at = this.random() * this.#tldEnds.at(-1)!;
    return TLDS[this.#tldEnds.findIndex((end) => at < end)]![0];
  }

  /** Chooses common words more often than rare ones. */
  word(): string {
    return this.#vocabulary[Math.floor(this.#vocabulary.length * this.random() ** 2.2)]!;
  }

  noise(length: number): string {
    return Array.from({ length }, () => this.pick([...ALPHABET])).join('');
  }

  label(): string {
    const r = this.random();
    if (r < 0.02)
      return new URL(`http://${Array.from({ length: 4 + this.int(8) }, () => this.pick(CYRILLIC)).join('')}`).hostname;
    if (r < 0.12) return this.noise(5 + this.int(9));
    const word = this.word();
    if (r < 0.3) return word + (word.length < 5 ? this.word() : '');
    const two = word + (this.random() < 0.25 ? '-' : '') + this.word();
    if (r < 0.72) return two;
    if (r < 0.84) return `${word}${1 + this.int(this.random() < 0.6 ? 30 : 3000)}`;
    return two + (this.random() < 0.5 ? this.word() : String(this.int(100)));
  }

  /** A name of two labels, or of three below a shared suffix such as co.uk. */
  domain(): string {
    // A fifth are mirrors: an earlier brand with another number or TLD.
    if (this.#brands.length > 0 && this.random() < 0.2)
      return `${this.pick(this.#brands)}${this.random() < 0.5 ? this.int(100) : ''}.${this.tld()}`;
    const label = this.label();
    if (!label.startsWith('xn--') && this.random() < 0.05) this.#brands.push(label);
    return `${label}.${this.tld()}`;
  }

  name(): string {
    const r = this.random();
    if (r < 0.14) return `${this.pick(SUBDOMAINS)}.${this.domain()}`;
    if (r < 0.24) {
      if (this.#parents.length < 20 || this.random() < 0.03) this.#parents.push(this.domain());
      // Older parents get more children, like the big free hosting services.
      const parent = this.#parents[Math.floor(this.#parents.length * this.random() ** 1.5)]!;
      return `${this.label()}.${parent}`;
    }
    return this.domain();
  }
}

/** `count` different names, in the order in which they were drawn. */
export function makeNames(count: number, seed = 1): string[] {
  const maker = new NameMaker(seed);
  const names = new Set<string>();
  while (names.size < count) {
    const name = maker.name();
    if (name.length <= 253) names.add(name);
  }
  return [...names];
}
