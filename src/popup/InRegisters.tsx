/** What the user's registers say, in their own words and under their own names, apart from the list's status. */
import { useEffect, useState } from 'preact/hooks';
import { columnWords } from '../words/column-words.ts';
import { displayName } from '../list/names/display-name.ts';
import { dateWords } from '../words/dates.ts';
import { ask, type RegisterAnswers } from '../messages.ts';
import { WebLink } from '../ui/WebLink.tsx';

export function InRegisters({ host }: { host: string }) {
  const [{ named, unreadable }, setAnswers] = useState<RegisterAnswers>({ named: [], unreadable: [] });
  const [problem, setProblem] = useState('');
  useEffect(() => {
    ask('inRegisters', { host }).then(setAnswers, (error: unknown) => setProblem((error as Error).message));
  }, [host]);
  if (problem)
    return (
      <section>
        <p class="dim">Whether the registers that you added name this site is not known: {problem}</p>
      </section>
    );
  if (!named.length && !unreadable.length) return null;
  return (
    <section>
      <h2>In registers that you added</h2>
      <ul>
        {named.map(({ list, about, labels, published, expires, hits }) => (
          <li key={list}>
            {hits.map(({ name, values }) => (
              <p key={name}>
                <bdi>{about.title}</bdi> names <bdi dir="ltr">{displayName(name)}</bdi>
                {values.flatMap((value, n) => columnWords(value, labels[n]!) ?? []).map((words) => `, ${words}`)}
              </p>
            ))}
            <small>
              {about.publisher} · as of {dateWords(published)}
              {Date.parse(expires) < Date.now() && ', out of date'} ·{' '}
              <WebLink to={about.source} words={`Where ${about.title} comes from`}>
                source
              </WebLink>
            </small>
          </li>
        ))}
        {unreadable.map(({ list, title, problem }) => (
          <li key={list} class="dim">
            Whether <bdi>{title}</bdi> names this site is not known: {problem}.
          </li>
        ))}
      </ul>
      <p class="dim">A register’s own words, not part of the list’s status above.</p>
    </section>
  );
}
