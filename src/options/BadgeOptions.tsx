/** Settings of the badge: on or off, statuses, corner and form. */
import { STATUS_WORDS } from '../words/record/terms.ts';
import { BADGE_STATUSES, CORNERS } from '../settings.ts';
import { Mark } from '../ui/Mark.tsx';
import { PageAccess } from '../ui/PageAccess.tsx';
import { Choice, Switch } from './fields.tsx';
import type { Part } from './part.ts';

const CORNER_WORDS = {
  'bottom-right': 'Bottom right',
  'bottom-left': 'Bottom left',
  'top-right': 'Top right',
  'top-left': 'Top left',
} as const;

export function BadgeOptions({ settings, change }: Part) {
  const { badgeOn, badgeStatuses, badgeCorner, badgeForm } = settings;
  return (
    <section>
      <h2>Badge inside pages</h2>
      <PageAccess />
      <Switch label="Show the badge" on={badgeOn} set={(on) => change({ badgeOn: on })} />
      <fieldset>
        <legend>On sites that are</legend>
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
        label="Corner"
        options={CORNERS.map((corner) => [corner, CORNER_WORDS[corner]])}
        chosen={badgeCorner}
        choose={(corner) => change({ badgeCorner: corner })}
      />
      <Choice
        label="Form"
        options={[
          ['pill', 'A line of words, a dot once you scroll'],
          ['dot', 'Always a dot'],
        ]}
        chosen={badgeForm}
        choose={(form) => change({ badgeForm: form })}
      />
    </section>
  );
}
