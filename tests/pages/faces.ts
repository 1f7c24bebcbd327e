/** All texts of the popup for one site: as shown, copied and exported. */
import { headline } from '../../src/words/record/headline.ts';
import { partWords, seriesSentence, shortWords } from '../../src/words/record/sentences.ts';
import { eventWords } from '../../src/words/record/events.ts';
import type { SiteFound } from '../../src/messages.ts';
import { SourceLinks } from '../../src/ui/SourceLinks.tsx';
import { ownEvents } from '../../src/list/history.ts';
import { citedBy } from '../../src/ui/citations/cited.ts';
import { cite, FORMATS, type Format } from '../../src/ui/citations/formats.ts';
import { asCsv } from '../../src/popup/take-away/site-csv.ts';
import { asJson, asText } from '../../src/popup/take-away/site-export.ts';
import { picture } from '../../src/ui/timeline/picture.ts';

/** @throws Error if a text cannot be made, has a control character, or contains `undefined`, `NaN` or `[object` */
export function faces(report: SiteFound): string[] {
  const { history, library, result } = report;
  const lines = [
    ...headline(result, library),
    ...result.series.flatMap((status) => [
      seriesSentence(status, library),
      partWords(status, library),
      shortWords(status, library),
    ]),
    ...history.map((event) => eventWords(event, library)),
  ];
  const broken = lines.find((line) => /[\p{Cc}\u202E]/u.test(line));
  if (broken !== undefined) throw new Error(`has a control character: ${JSON.stringify(broken)}`);
  for (const event of history)
    for (const eventOrNone of [event, undefined])
      SourceLinks({
        evidence: library.series[event.series]!.evidence,
        source: library.sources[event.source]!,
        ...(eventOrNone && { event: eventOrNone }),
      });
  const texts = [...lines, asText(report), asCsv(report)];
  if (ownEvents(history).length) texts.push(JSON.stringify(picture(report)));
  const cited = citedBy(report);
  texts.push(...(Object.keys(FORMATS) as Format[]).map((format) => cite(cited, format, report.readOn)));
  JSON.parse(asJson(report));
  const odd = texts.find((words) => /\bundefined\b|\bNaN\b|\[object /.test(words));
  if (odd !== undefined) throw new Error(`shows: ${odd.slice(0, 200)}`);
  return texts;
}
