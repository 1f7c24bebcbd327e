/** One group of compared markets: a heading with their number, why, and each with what was printed. */
import type { ComponentChildren } from 'preact';
import { say } from '../../words/compare.ts';
import { RecordLink } from '../RecordLink.tsx';

export function Sites<Site extends { market: string; name: string }>({
  heading,
  why,
  sites,
  asOf,
  about,
}: {
  heading: string;
  why?: string;
  sites: readonly Site[];
  asOf: string;
  /** Hosts in it are text. */
  about: (site: Site) => ComponentChildren;
}) {
  return (
    <section>
      <h2>{say('count', { heading, count: sites.length })}</h2>
      {sites.length > 0 && why && <p>{why}</p>}
      {sites.length === 0 && <p>{say('none')}</p>}
      <ul class="sites">
        {sites.map((site) => (
          <li key={site.market}>
            <RecordLink to={{ place: 'market', id: site.market }} asOf={asOf}>
              {site.name}
            </RecordLink>{' '}
            <small>{about(site)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
