/** Which names of markets are found in an act, where, and which of them may be ordinary words. */
import { describe, expect, it } from 'vitest';
import type { Act } from '../../../src/pipeline/acts/act.ts';
import { findNames } from '../../../src/pipeline/acts/find-names.ts';
import { readAct } from '../../../src/pipeline/acts/read-act.ts';
import { lines, makePdf } from './make-pdf.ts';

const text = (content: string): Promise<Act> => readAct(Buffer.from(content), 'act.txt');
const pdf = async (...pages: Parameters<typeof makePdf>[0][number][]): Promise<Act> =>
  readAct(await makePdf(pages), 'act.pdf');

/** One text per finding: the name, the place and, if there is one, the kind of doubt. */
const names = (act: Act, ...sought: string[]) =>
  findNames(act, sought).map(({ name, where, doubt }) => `${name} ${where}${doubt ? ` ${doubt}` : ''}`);

describe('A name is found', () => {
  it('among other names in a paragraph, in capitals, and split over two lines', async () => {
    const act = await pdf(
      lines([
        'The services Popcorn Hour, FilmGator and THE BIG',
        'BAY, together with Uploada-',
        'gator and Xyz.to, were named.',
      ]),
    );
    expect(names(act, 'Popcorn Hour', 'Filmgator', 'The Big Bay', 'Uploadagator', 'Xyz.to', 'Absent')).toEqual(
      ['Popcorn Hour', 'Filmgator', 'The Big Bay', 'Uploadagator', 'Xyz.to'].map((name) => `${name} p. 1`),
    );
  });
  it('not inside a longer word or a host, and not as ordinary words in lower case', async () => {
    const act = await text('RapidShare, rapid-share, rapid.example and Rapidly: a live big bay.');
    expect(names(act, 'Rapid', 'Big Bay')).toEqual([]);
  });
  it('with doubt if it may be an ordinary word, and only with a capital letter', async () => {
    expect(names(await text('Indo and Rapid met in Phoenix'), 'Indo', 'Rapid', 'Phoenix')).toEqual([
      'Indo line 1 word',
      'Rapid line 1 word',
      'Phoenix line 1 word',
    ]);
    expect(names(await text('sites such as TaPid'), 'Tapid')).toEqual(['Tapid line 1 word']);
    expect(names(await text('a rapid answer from the phoenix'), 'Rapid', 'Phoenix')).toEqual([]);
    expect(names(await text('Streamfinder is a streamfinder'), 'Streamfinder')).toEqual(['Streamfinder line 1 word']);
  });
  it.each(['Online Markets', 'Virtual Markets', 'Internet Markets', 'Markets on the Internet'])(
    'without doubt again under the heading “%s”',
    async (heading) => {
      const act = await text(`Physical Markets\n\nThe first.\n\n${heading}\n\nPopcorn Hour (Nowhere).`);
      expect(names(act, 'Popcorn Hour')).toEqual(['Popcorn Hour line 7']);
    },
  );
  it('with doubt under the heading of the physical markets', async () => {
    const act = await pdf([
      ...lines(['Online Markets'], { size: 16 }),
      ...lines(['Popcorn Hour is named.'], { y: 160 }),
      ...lines(['Physical Markets'], { y: 220, size: 16 }),
      ...lines(['Popcorn Hour is a mall.'], { y: 260 }),
    ]);
    expect(names(act, 'Popcorn Hour')).toEqual(['Popcorn Hour p. 1', 'Popcorn Hour p. 1 physical']);
  });
});
