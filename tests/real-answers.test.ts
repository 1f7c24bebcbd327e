/**
 * The answers for all real records: no recorded fact is denied, a gap of our record never looks like a gap of a list,
 * and every answer has a status or a cause.
 */
import { describe, expect, it } from 'vitest';
import { libraryOf } from '../src/list/history.ts';
import { readDataset } from '../src/pipeline/dataset.ts';
import { checker, type TypedLookUp } from '../src/pipeline/check.ts';
import { compile } from '../src/pipeline/compile.ts';
import { everyAnswer, isDenied, unnamedGaps } from '../src/pipeline/host-answers.ts';
import { judgingWords } from '../src/pipeline/wording.ts';
import { besideWords } from '../src/words/record/beside-words.ts';
import { causeInShort } from '../src/words/record/on-record-words.ts';
import { partWords, seriesSentence, shortWords, statusWords } from '../src/words/record/sentences.ts';

const { dataset } = readDataset('data');
const today = new Date().toISOString().slice(0, 10);
const days = [today, '2016-06-01', '2012-06-01'];
const answers = everyAnswer(dataset, today);

describe.each(days)('As of %s', (asOf) => {
  const then = everyAnswer(dataset, asOf);
  it('there is an answer for every domain of the record', () => expect(then.length).toBeGreaterThan(1500));
  it('no recorded host is denied', () => expect(then.filter(isDenied).map(({ host }) => host)).toEqual([]));
  it('each answer without a status has a cause', () => {
    const withoutCause = then.filter(({ result: { series, record } }) => !series.length && !record?.causes.length);
    expect(withoutCause.map(({ host }) => host)).toEqual([]);
  });
});

it('Every headline names the gaps of our record', () => {
  const gaps = answers.flatMap((answer) => unnamedGaps(answer, dataset).map((gap) => `${answer.host}: ${gap}`));
  expect(gaps).toEqual([]);
});

it('The test for gaps finds one', () => {
  const answer = answers.find(({ host }) => host === 'thepiratebay.org')!;
  expect(
    unnamedGaps(
      { ...answer, sentences: answer.sentences.map((sentence) => sentence.replace(/; our record of [^.;]*/, '')) },
      dataset,
    ),
  ).not.toEqual([]);
});

it('The short words of badge and toolbar fit one line, and use plain names of lists', () => {
  const library = libraryOf(dataset);
  const all = answers.flatMap(({ result }) => result.series.map((status) => shortWords(status, library)));
  expect(all.filter((words) => words.length > 95)).toEqual([]);
  expect(all.filter((words) => /amed .*\b(?:USTR|European Commission)/.test(words))).toEqual([]);
  const naming = new Set(answers.flatMap(({ result }) => result.series.map(({ series }) => series)));
  for (const { id, evidence, plainName } of dataset.series)
    if (naming.has(id) && evidence === 'government-list')
      expect([id, plainName]).toEqual([id, expect.stringMatching(/^(?:US|EU) .*piracy/)]);
});

it('If the newest listing has the name only, the sentence and the short words state that', () => {
  const library = libraryOf(dataset);
  for (const { host, result, sentences } of answers)
    for (const status of result.series)
      if (status.nameOnly && (status.status === 'listed' || status.status === 'formerly-listed')) {
        expect([
          host,
          sentences.some((sentence) =>
            sentence.includes(
              `${status.nameReported ? ', as reported,' : ''} names ${status.nameOnly!} and prints no domain.`,
            ),
          ),
        ]).toEqual([host, true]);
        expect([host, shortWords(status, library)]).toEqual([
          host,
          expect.stringMatching(/named(?:; last)? in .*, by name only$/i),
        ]);
      }
});

it('No sentence states that an order has ended if only its term is over, and no sentence judges', () => {
  for (const { host, sentences } of answers) {
    expect([
      host,
      sentences.filter((sentence) => /has ended|none of the orders|undefined|null/.test(sentence)),
    ]).toEqual([host, []]);
    // Names of markets may contain "Pirate", and so may titles of sources, which are quoted.
    expect([
      host,
      judgingWords(
        sentences.join(' ').replaceAll(/“[^”]*”/g, ''),
        dataset.markets.flatMap((market) => [market.name, ...(market.otherNames ?? [])]),
      ),
    ]).toEqual([host, []]);
  }
});

it('A seizure known from reports names the report; for a traced domain it names who traced it', () => {
  const library = libraryOf(dataset);
  const statuses = answers.flatMap(({ host, result: { series }, sentences }) =>
    series
      .filter(({ status, reported }) => status === 'seized' && reported)
      .map((status) => ({ host, status, sentences })),
  );
  expect(statuses.length).toBeGreaterThan(200);
  expect(statuses.filter(({ status }) => status.tracedBy).length).toBeGreaterThan(170);
  for (const { host, status, sentences } of statuses) {
    const attribution = status.tracedBy ? `traced by ${status.tracedBy}` : 'according to ';
    expect([host, sentences.find((sentence) => sentence.includes('reported seized'))]).toEqual([
      host,
      expect.stringContaining(attribution),
    ]);
    if (status.tracedBy)
      expect([host, shortWords(status, library)]).toEqual([host, expect.stringContaining(attribution)]);
  }
});

it('A source with traced domains names who traced them', () => {
  const traced = dataset.sources.filter(
    ({ series, note = '' }) =>
      libraryOf(dataset).series[series]!.evidence === 'seizure' && /traced|observed|linked/.test(note),
  );
  expect(traced.length).toBeGreaterThan(3);
  expect(traced.filter(({ tracedBy }) => !tracedBy).map(({ id }) => id)).toEqual([]);
});

it('Every cause that is a judgment names the court', () => {
  const JUDGMENT = /^(?:A judgment|The newest of \d+ judgments,) /;
  const judged = answers.flatMap(({ host, result, sentences }) =>
    (result.record?.causes ?? []).flatMap((cause) =>
      cause.why === 'judgment' && !cause.reported
        ? { host, sentence: sentences.find((one) => JUDGMENT.test(one)) }
        : [],
    ),
  );
  expect(judged.length).toBeGreaterThan(30);
  for (const { host, sentence } of judged)
    expect([host, sentence]).toEqual([
      host,
      expect.stringMatching(/^(?:A judgment|The newest of \d+ judgments,) of .*(?:Court|court)/),
    ]);
});

it('For a host that is not listed, a market on record with a similar name is mentioned', async () => {
  const { check } = await checker(compile(dataset));
  const line = await check('popcorn-time.is', today);
  expect(line).toMatchObject({ status: 'not-listed', beside: { names: [{ name: 'Popcorn Time' }] } });
  const { beside, hostname } = line as TypedLookUp;
  expect(besideWords(beside!, hostname)).toEqual([
    'The name Popcorn Time is on record without an address (Israel, courts, EU watch list and USTR list, reported removed in its 2022 edition); whether this site is meant the record does not say.',
  ]);
  expect(await check('192.168.0.1', today)).toMatchObject({ status: 'unknown', beside: null });
});

it.each([
  [
    'mymusiic.com',
    /the order was set aside in part on 19 April 2017 by the Supreme Court.*; whether the rest stands is not in our record\./,
  ],
  ['rapidgator.net', /the order was set aside on 2 May 2013 by the Court of Rome/],
  [
    'israel.tv',
    /enforcement of the order was suspended, as reported on 6 June 2022; whether it was taken up again is not in our record\./,
  ],
  [
    'yout.com',
    /Formerly ordered blocked by INDECOPI \(Peru\) in two orders, of 2021 and 2022 \(as reported\); the last of their stated terms ran to 2022/,
  ],
  ['thepiratebay.org', /\(Spain\) in two orders, of 27 March 2015(?: \(as reported\))? and 20 June 2019/],
  [
    'audiomack.com',
    /blocking under the order was seen to have ended on 6 February 2024; when it did is not in our record\./,
  ],
])(
  '%s: several orders, and one set aside in part, suspended or with an observed end, are described as that',
  (host, words) => {
    const { result, sentences } = answers.find((answer) => answer.host === host)!;
    const library = libraryOf(dataset);
    const seriesSentences = result.series.map((status) => seriesSentence(status, library));
    expect([...sentences, ...seriesSentences].join(' ')).toMatch(words);
  },
);

describe('The words of every recorded domain', () => {
  const library = libraryOf(dataset);
  const texts = answers.flatMap(({ host, result, sentences }) => [
    ...[...sentences, statusWords(result.status, result.series[0])].map((text) => [host, text] as const),
    ...result.series.flatMap((status) =>
      [seriesSentence, shortWords, partWords].map((words) => [host, words(status, library)] as const),
    ),
    ...(result.record?.causes ?? []).map((cause) => [host, causeInShort(cause, library)] as const),
  ]);
  const faulty = (fault: RegExp) =>
    texts.filter(([, text]) => fault.test(text)).map(([host, text]) => `${host}: ${text}`);
  it.each<[string, RegExp]>([
    ['have no two brackets side by side', /\) ?\(/],
    ['have no empty brackets, names or places', /\( *\)|[“"] *[”"]|undefined|null|NaN|\b(?:by|in|of) *[.;,)]/],
    ['repeat no word', /\b(\p{L}+) \1\b/iu],
    ['have no space or mark too many', / {2}|[;,.]{2}| [;,.:]/],
    ['give a country its article', /\bin (?:Netherlands|Philippines|United (?:Kingdom|States|Arab Emirates))\b/],
    ['count no one as many', /\b(?:1|one) (?:orders|lists|events|facts|countries)\b|\ball (?:one|two)\b/i],
    [
      'name no court in another language',
      /\b(?:Juzgados?|Audiencia|Tribunal (?:da|de)|Tribunalul|\w*[Tt]eismas|Protodikeio)\b/,
    ],
  ])('%s', (_, fault) => expect(faulty(fault)).toEqual([]));
  it('are many', () => expect(texts.length).toBeGreaterThan(8000));
});
