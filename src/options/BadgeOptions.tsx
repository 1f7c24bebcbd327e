/** Settings of the badge: on or off, statuses, corner and form. */
import { STATUS_WORDS } from '../words/record/terms.ts';
import { BADGE_STATUSES, CORNERS } from '../settings.ts';
import { Mark } from '../ui/Mark.tsx';
import { PageAccess } from '../ui/PageAccess.tsx';
import { Choice, Switch } from './fields.tsx';
import type { Part } from './part.ts';
import { say } from '../words/options.ts';

export function BadgeOptions({ settings, change }: Part) {
  const { badgeOn, badgeStatuses, badgeCorner, badgeForm } = settings;
  return (
    <section>
      <h2>{say('badge')}</h2>
      <PageAccess />
      <Switch label={say('badge-show')} on={badgeOn} set={(on) => change({ badgeOn: on })} />
      <fieldset>
        <legend>{say('badge-on')}</legend>
        {BADGE_STATUSES.map((status) => (
          <Switch
            key={status}
            label={
              <>
                <Mark of={status} size={16} /> {STATUS_WORDS[status]}
              </>
            }
            on={badgeStatuses.includes(status)}
            set={(on) =>
              change({
                badgeStatuses: BADGE_STATUSES.filter((each) => (each === status ? on : badgeStatuses.includes(each))),
              })
            }
          />
        ))}
      </fieldset>
      <Choice
        label={say('corner')}
        options={CORNERS.map((corner) => [corner, say(corner)])}
        chosen={badgeCorner}
        choose={(corner) => change({ badgeCorner: corner })}
      />
      <Choice
        label={say('form')}
        options={(['pill', 'dot'] as const).map((form) => [form, say(form)])}
        chosen={badgeForm}
        choose={(form) => change({ badgeForm: form })}
      />
    </section>
  );
}
