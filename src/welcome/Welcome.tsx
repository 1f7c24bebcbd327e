/** Shown once after install: what the extension does, how to pin its icon, and how to allow badges. */
import { Mark } from '../ui/Mark.tsx';
import { PageAccess } from '../ui/PageAccess.tsx';
import { say } from '../words/welcome.ts';
import { Demo } from './Demo.tsx';

const PERMISSIONS = ['tabs', 'storage', 'alarms', 'scripting'] as const;

export function Welcome() {
  return (
    <main>
      <header>
        <Mark of="listed" size={40} />
        <h1>Listmark</h1>
      </header>
      <p class="lead">{say('lead')}</p>
      <section>
        <h2>{say('marks')}</h2>
        <p>{say('marks-say')}</p>
        <Demo />
      </section>
      <section>
        <h2>{say('pin')}</h2>
        <p>{say('pin-say')}</p>
      </section>
      <section>
        <h2>{say('badges')}</h2>
        <PageAccess given={<p>{say('badges-on')}</p>}>
          <p>{say('badges-ask')}</p>
        </PageAccess>
      </section>
      <section>
        <h2>{say('permissions')}</h2>
        <dl>
          {PERMISSIONS.map((permission) => (
            <>
              <dt data-permission={permission}>{say(permission)}</dt>
              <dd>{say(`${permission}-why`)}</dd>
            </>
          ))}
        </dl>
      </section>
    </main>
  );
}
