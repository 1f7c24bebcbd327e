/** When an order is in force: on which evidence, from which act, and at the very edges of its days. */
import { describe, expect, it } from 'vitest';
import { orderForce, type Act } from '../../src/list/order-force.ts';

const act = (kind: Act['kind'], date: string, more: Partial<Act> = {}): Act => ({
  kind,
  date,
  verification: 'act',
  ...more,
});
const ORDER = act('blocked', '2015-03-01');

describe('Nothing is known of an order', () => {
  it('before it is made: not even by which act', () => {
    expect(orderForce([], '2015-03-01')).toEqual({ inForce: null, by: null });
    expect(orderForce([ORDER], '2015-02-28')).toEqual({ inForce: null, by: null });
  });
  it('that states no term, from its day on', () => {
    for (const day of ['2015-03-01', '2026-01-01'])
      expect(orderForce([ORDER], day)).toEqual({ inForce: null, by: ORDER });
  });
  it('between the days that a vague end can mean', () => {
    const vague = act('blocked', '2015-03-01', { until: '2017' });
    expect(orderForce([vague], '2017-01-01')).toMatchObject({ inForce: true, how: 'term' });
    for (const day of ['2017-01-02', '2017-12-31'])
      expect(orderForce([vague], day)).toEqual({ inForce: null, by: vague });
    expect(orderForce([vague], '2018-01-01')).toEqual({ inForce: false, how: 'term', by: vague, date: '2017' });
  });
});

describe('A term', () => {
  const limited = act('blocked', '2015-03-01', { until: '2017-03-01' });
  it('runs to its last day, and has ended on the next', () => {
    expect(orderForce([limited], '2017-03-01')).toEqual({
      inForce: true,
      how: 'term',
      by: limited,
      until: '2017-03-01',
    });
    expect(orderForce([limited], '2017-03-02')).toEqual({
      inForce: false,
      how: 'term',
      by: limited,
      date: '2017-03-01',
    });
  });
  it('is replaced by the one of the newest act that states one', () => {
    const extended = act('extended', '2017-02-01', { until: '2019-03-01' });
    expect(orderForce([limited, extended], '2018-01-01')).toEqual({
      inForce: true,
      how: 'term',
      by: extended,
      until: '2019-03-01',
    });
    const shorter = act('extended', '2016-02-01', { until: '2016-09-01' });
    expect(orderForce([limited, shorter], '2016-10-01')).toMatchObject({ inForce: false, by: shorter });
  });
  it('that has passed ends nothing where a later act says more than it', () => {
    const confirmed = act('confirmed', '2016-01-01');
    expect(orderForce([limited, confirmed], '2018-01-01')).toEqual({ inForce: null, by: confirmed });
    expect(orderForce([limited, confirmed], '2017-01-01')).toMatchObject({ inForce: true, how: 'term', by: limited });
  });
});

describe('A later act', () => {
  it.each(['confirmed', 'extended'] as const)(
    'that is the next, and has %s it, shows it in force on the day',
    (kind) => {
      const later = act(kind, '2018-01-01');
      expect(orderForce([ORDER, later], '2017-12-31')).toEqual({ inForce: true, how: 'later-act', by: later });
      // From its own day on it shows nothing of the days that follow.
      expect(orderForce([ORDER, later], '2018-01-01')).toEqual({ inForce: null, by: later });
    },
  );
  it.each(['unblocked', 'annulled', 'reinstated', 'blocked'] as const)(
    'is no evidence of force if it is %s',
    (kind) => {
      expect(orderForce([ORDER, act(kind, '2018-01-01')], '2017-12-31')).toEqual({ inForce: null, by: ORDER });
    },
  );
  it('is no evidence of force if another act comes first', () => {
    expect(
      orderForce([ORDER, act('unblocked', '2018-01-01'), act('confirmed', '2019-01-01')], '2017-01-01'),
    ).toMatchObject({ inForce: null });
  });
  it('is evidence of force also after the term had run out', () => {
    const limited = act('blocked', '2015-03-01', { until: '2017-03-01' });
    const later = act('extended', '2018-01-01');
    expect(orderForce([limited, later], '2017-06-01')).toEqual({ inForce: true, how: 'later-act', by: later });
  });
});

describe('An order that was ended', () => {
  const lifted = act('unblocked', '2016-01-01');
  const annulled = act('annulled', '2016-01-01');
  it('is lifted or annulled, by the act and its day, from that day on', () => {
    expect(orderForce([ORDER, lifted], '2015-12-31')).toMatchObject({ inForce: null });
    expect(orderForce([ORDER, lifted], '2016-01-01')).toEqual({
      inForce: false,
      how: 'lifted',
      by: lifted,
      date: '2016-01-01',
    });
    expect(orderForce([ORDER, annulled], '2016-01-01')).toEqual({
      inForce: false,
      how: 'annulled',
      by: annulled,
      date: '2016-01-01',
    });
  });
  it('is ended though it was permanent', () => {
    expect(orderForce([{ ...ORDER, permanent: true }, lifted], '2020-01-01')).toMatchObject({
      inForce: false,
      how: 'lifted',
    });
  });
  it('that was restored stands as it was ordered, until it is ended again', () => {
    const permanent: Act = { ...ORDER, permanent: true };
    const restored = act('reinstated', '2017-01-01');
    expect(orderForce([permanent, annulled, restored], '2016-06-01')).toMatchObject({
      inForce: false,
      how: 'annulled',
    });
    expect(orderForce([permanent, annulled, restored], '2018-01-01')).toEqual({
      inForce: true,
      how: 'permanent',
      by: permanent,
    });
    expect(orderForce([permanent, lifted, restored], '2018-01-01')).toEqual({
      inForce: true,
      how: 'permanent',
      by: permanent,
    });
    const again = act('unblocked', '2019-01-01');
    expect(orderForce([permanent, annulled, restored, again], '2020-01-01')).toEqual({
      inForce: false,
      how: 'lifted',
      by: again,
      date: '2019-01-01',
    });
  });
  it('and was restored does not run by what the act that ended it says of a term', () => {
    const restored = act('reinstated', '2017-01-01');
    for (const kind of ['unblocked', 'annulled'] as const)
      expect(orderForce([ORDER, act(kind, '2016-01-01', { permanent: true }), restored], '2018-01-01')).toEqual({
        inForce: null,
        by: restored,
      });
  });
  it('and ordered anew goes by the new order alone', () => {
    const anew = act('blocked', '2017-01-01');
    expect(orderForce([{ ...ORDER, permanent: true }, lifted, anew], '2018-01-01')).toEqual({
      inForce: null,
      by: anew,
    });
  });
});

describe('What is permanent', () => {
  it('is so by its own words before a statute’s, and by the act before an account of it', () => {
    const reported = act('blocked', '2015-03-01', { permanent: true, verification: 'report' });
    const copied = act('confirmed', '2015-04-01', { permanent: true, verification: 'copy-of-act' });
    const read = act('confirmed', '2015-05-01', { permanent: true });
    expect(orderForce([reported, copied], '2016-01-01')).toEqual({ inForce: true, how: 'permanent', by: copied });
    expect(orderForce([reported, copied, read], '2016-01-01')).toEqual({ inForce: true, how: 'permanent', by: read });
    const byStatute = act('blocked', '2015-03-01', { statute: { permanent: true } });
    expect(orderForce([byStatute, reported], '2016-01-01')).toMatchObject({ how: 'permanent', by: reported });
    expect(orderForce([byStatute], '2016-01-01')).toEqual({ inForce: true, how: 'statute', by: byStatute });
  });
});

describe('A statute’s longest term', () => {
  const limited = act('blocked', '2015-03-01', { statute: { until: '2017-03-01' } });
  it('shows nothing while it runs, and the end once it has passed', () => {
    expect(orderForce([limited], '2017-03-01')).toEqual({ inForce: null, by: limited });
    expect(orderForce([limited], '2017-03-02')).toEqual({
      inForce: false,
      how: 'statute',
      by: limited,
      date: '2017-03-01',
    });
  });
  it('ends nothing where a later act speaks of the order after it', () => {
    expect(orderForce([limited, act('confirmed', '2017-03-01')], '2018-01-01')).toMatchObject({
      inForce: false,
      how: 'statute',
    });
    const after = act('confirmed', '2017-03-02');
    expect(orderForce([limited, after], '2018-01-01')).toEqual({ inForce: null, by: after });
  });
});

describe('What was suspended', () => {
  const suspended = act('suspended', '2016-01-01');
  const permanent = { ...ORDER, permanent: true } as const;
  it('is neither in force nor ended from that day on, whatever it says of its term', () => {
    expect(orderForce([permanent, suspended], '2015-12-31')).toMatchObject({ inForce: true });
    for (const day of ['2016-01-01', '2026-01-01'])
      expect(orderForce([permanent, suspended], day)).toEqual({ inForce: null, by: suspended, hindered: suspended });
  });
  it('stands again as it was where a later act restores it, and not where one only confirms it', () => {
    expect(orderForce([permanent, suspended, act('reinstated', '2017-01-01')], '2018-01-01')).toMatchObject({
      inForce: true,
      how: 'permanent',
    });
    for (const kind of ['confirmed', 'extended'] as const)
      expect(orderForce([permanent, suspended, act(kind, '2017-01-01')], '2018-01-01')).toMatchObject({
        inForce: null,
        hindered: suspended,
      });
  });
  it('and was confirmed later is not shown to have been in force between', () => {
    expect(orderForce([ORDER, suspended, act('confirmed', '2017-01-01')], '2016-06-01')).toMatchObject({
      inForce: null,
    });
  });
  it('ends with its term, or by a later act', () => {
    const limited = act('blocked', '2015-03-01', { until: '2017-03-01' });
    expect(orderForce([limited, suspended], '2018-01-01')).toMatchObject({ inForce: false, how: 'term', by: limited });
    const byStatute = act('blocked', '2015-03-01', { statute: { until: '2017-03-01' } });
    expect(orderForce([byStatute, suspended], '2018-01-01')).toMatchObject({ inForce: false, how: 'statute' });
    const lifted = act('unblocked', '2017-01-01');
    expect(orderForce([ORDER, suspended, lifted], '2018-01-01')).toMatchObject({ inForce: false, by: lifted });
  });
  it('after it was lifted is lifted still', () => {
    const lifted = act('unblocked', '2015-06-01');
    expect(orderForce([ORDER, lifted, suspended], '2018-01-01')).toMatchObject({ inForce: false, by: lifted });
  });
  it('counts as what was set aside in part', () => {
    const partly = act('annulled', '2016-01-01', { partly: true });
    expect(orderForce([ORDER, partly], '2018-01-01')).toEqual({ inForce: null, by: partly, hindered: partly });
  });
});
