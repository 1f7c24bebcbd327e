/**
 * Publisher and day of a report, as far as the record tells them. It holds the address of each report, often with a
 * note such as "EDRi, 27 August 2008", but not its headline.
 */
import type { Source } from '../../list/records.ts';

type Read = Source['read'][number];

/** Publishers that the record names beside another address of the same host; others go by their host. */
export const PUBLISHERS: Readonly<Record<string, string>> = {
  'torrentfreak.com': 'TorrentFreak',
  'edri.org': 'EDRi',
  'punto-informatico.it': 'Punto Informatico',
  'completemusicupdate.com': 'Complete Music Update',
  'advanced-television.com': 'Advanced Television',
  'worldipreview.com': 'World IP Review',
  'clubic.com': 'Clubic',
  'kulturegeek.fr': 'KultureGeek',
  'l24.lt': 'L24',
  'vedomosti.ru': 'Vedomosti',
  'theguardian.com': 'The Guardian',
  'theregister.co.uk': 'The Register',
  'billboard.com': 'Billboard',
  'ewdn.com': 'East-West Digital News',
  'zeusnews.it': 'ZEUS News',
  'ibtimes.com': 'International Business Times',
  'winfuture.de': 'WinFuture',
  'theverge.com': 'The Verge',
  'informador.mx': 'El Informador',
  'elpais.com': 'El País',
  'cdsaonline.org': 'CDSA',
};

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** "EDRi, 27 August 2008", "Zepos, January 2019, with the term": who published it, and when. */
const NOTE = new RegExp(`^([^,:]+), (?:(?:(\\d{1,2}) )?(${MONTHS}) )?(\\d{4})(?=$|[,:])`, 'u');
/** A copy carries its original's name and date, but another publisher. */
const COPY = /\b(?:copy|copied|as told by|after)\b/i;

export interface ReportFacts {
  publisher: string;
  /** Partial ISO date; null where the record does not hold it. */
  date: string | null;
}

export function reportFacts({ url, title = '' }: Pick<Read, 'url' | 'title'>): ReportFacts {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const [, publisher, day, month, year] = (COPY.test(title) ? null : NOTE.exec(title)) ?? [];
  if (!publisher || !year) return { publisher: PUBLISHERS[host] ?? host, date: dayInAddress(host, url) };
  const number = month && String(MONTHS.split('|').indexOf(month) + 1).padStart(2, '0');
  return { publisher, date: [year, number, number && day?.padStart(2, '0')].filter(Boolean).join('-') };
}

/** TorrentFreak ends its addresses with the day: "…-221124/". */
function dayInAddress(host: string, url: string): string | null {
  const [, year, month, day] = (host === 'torrentfreak.com' && /-(\d\d)(\d\d)(\d\d)\/?$/.exec(url)) || [];
  return year ? `20${year}-${month!}-${day!}` : null;
}
