/**
 * Over all real records: no recorded fact is denied, no gap of our record reads as a gap of a list, and every answer
 * says a cause.
 */
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../src/list/history.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { checker } from '../src/pipeline/check.ts';
import { compile } from '../src/pipeline/compile.ts';
import { everyAnswer, isDenied, unnamedGaps } from '../src/pipeline/host-answers.ts';
import { judgingWords } from '../src/pipeline/wording.ts';
import { seriesSentence, shortWords } from '../src/list/sentences.ts';

const { dataset } = readDataset('data');
const today = new Date().toISOString().slice(0, 10);
const days = [today, '2016-06-01', '2012-06-01'];
const answers = everyAnswer(dataset, today);

describe.each(days)('As of %s', (asOf) => {
  const then = everyAnswer(dataset, asOf);
  it('asks every domain of the record', () => expect(then.length).toBeGreaterThan(1500));
  it('denies no recorded host', () => expect(then.filter(isDenied).map(({ host }) => host)).toEqual([]));
  it('says why, where there is no status', () => {
    const mute = then.filter(({ result: { series, record } }) => !series.length && !record?.causes.length);
    expect(mute.map(({ host }) => host)).toEqual([]);
  });
});

it('No headline has a gap that it does not name', () => {
  const gaps = answers.flatMap((answer) => unnamedGaps(answer, dataset).map((gap) => `${answer.host}: ${gap}`));
  expect(gaps).toEqual([]);
});

it('The check for gaps sees one', () => {
  const answer = answers.find(({ host }) => host === 'thepiratebay.org')!;
  expect(
    unnamedGaps(
      { ...answer, sentences: answer.sentences.map((sentence) => sentence.replace(/; our record of [^.;]*/, '')) },
      dataset,
    ),
  ).not.toEqual([]);
});

it('The few words of badge and toolbar fit one line, and name no list that only its readers know', () => {
  const library = libraryOf(dataset);
  const all = answers.flatMap(({ result }) => result.series.map((status) => shortWords(status, library)));
  expect(all.filter((words) => words.length > 90)).toEqual([]);
  expect(all.filter((words) => /amed .*\b(?:USTR|European Commission)/.test(words))).toEqual([]);
  const naming = new Set(answers.flatMap(({ result }) => result.series.map(({ series }) => series)));
  for (const { id, evidence, plainName } of dataset.series)
    if (naming.has(id) && evidence === 'government-list')
      expect([id, plainName]).toEqual([id, expect.stringMatching(/^(?:US|EU) .*piracy/)]);
});

it('A newest listing by name only says so, in the sentence and in the few words', () => {
  const library = libraryOf(dataset);
  for (const { host, result, sentences } of answers)
    for (const status of result.series)
      if (status.nameOnly && (status.status === 'listed' || status.status === 'formerly-listed')) {
        expect([
          host,
          sentences.some((sentence) =>
            sentence.includes(
              `${status.nameReported ? ', as reported,' : ''} names ${status.nameOnly!} without an address.`,
            ),
          ),
        ]).toEqual([host, true]);
        expect([host, shortWords(status, library)]).toEqual([host, expect.stringMatching(/named without an address/i)]);
      }
});

it('No sentence says that an order has ended where only its term ran out, or speaks of a judgment of ours', () => {
  for (const { host, sentences } of answers) {
    expect([
      host,
      sentences.filter((sentence) => /has ended|none of the orders|undefined|null/.test(sentence)),
    ]).toEqual([host, []]);
    // Names of markets may well say "Pirate".
    expect([
      host,
      judgingWords(
        sentences.join(' '),
        dataset.markets.flatMap((market) => [market.name, ...(market.otherNames ?? [])]),
      ),
    ]).toEqual([host, []]);
  }
});

it('A seizure known from accounts only says whose, and of a domain that was traced, who traced it', () => {
  const library = libraryOf(dataset);
  const statuses = answers.flatMap(({ host, result: { series }, sentences }) =>
    series
      .filter(({ status, reported }) => status === 'seized' && reported)
      .map((status) => ({ host, status, sentences })),
  );
  expect(statuses.length).toBeGreaterThan(200);
  expect(statuses.filter(({ status }) => status.tracedBy).length).toBeGreaterThan(170);
  for (const { host, status, sentences } of statuses) {
    const whose = status.tracedBy ? `traced by ${status.tracedBy}` : 'according to ';
    expect([host, sentences.find((sentence) => sentence.includes('reported seized'))]).toEqual([
      host,
      expect.stringContaining(whose),
    ]);
    if (status.tracedBy) expect([host, shortWords(status, library)]).toEqual([host, expect.stringContaining(whose)]);
  }
});

it('A source that says that a list of domains was traced names who traced it', () => {
  const traced = dataset.sources.filter(
    ({ series, note = '' }) =>
      libraryOf(dataset).series[series]!.evidence === 'seizure' && /traced|observed|linked/.test(note),
  );
  expect(traced.length).toBeGreaterThan(3);
  expect(traced.filter(({ tracedBy }) => !tracedBy).map(({ id }) => id)).toEqual([]);
});

it('Every judgment of a court that is a cause names the court or its country', () => {
  const judged = answers.flatMap(({ host, result, sentences }) =>
    (result.record?.causes ?? []).flatMap((cause) =>
      cause.why === 'judgment' && !cause.reported
        ? { host, sentence: sentences.find((one) => /^A judgment/.test(one)) }
        : [],
    ),
  );
  expect(judged.length).toBeGreaterThan(30);
  for (const { host, sentence } of judged)
    expect([host, sentence]).toEqual([host, expect.stringMatching(/^A judgment of .*(?:Court|court|Juzgado)/)]);
});

it('A site whose name is on record without an address is not told that nothing is', async () => {
  const { check } = await checker(compile(dataset));
  const line = await check('mercadolibre.com', today);
  expect(line).toMatchObject({ status: 'not-listed', beside: { names: [{ name: 'Mercado Libre' }] } });
  expect(await check('192.168.0.1', today)).toMatchObject({ status: 'unknown', beside: null });
});

it.each([
  [
    'mymusiic.com',
    /the order was set aside in part on 19 April 2017 by the Supreme Court.*; whether the rest stands is not in our record\./,
  ],
  ['rapidgator.net', /the order was set aside in part on 2 May 2013 by the Court of Rome/],
  [
    'audiomack.com',
    /blocking under the order was seen to have ended on 6 February 2024; when it did is not in our record\./,
  ],
])('%s: an order set aside in part, or seen to have ended, is said as that', (host, words) => {
  const { result, sentences } = answers.find((answer) => answer.host === host)!;
  const library = libraryOf(dataset);
  const said = result.series.map((status) => seriesSentence(status, library));
  expect([...sentences, ...said].join(' ')).toMatch(words);
});
