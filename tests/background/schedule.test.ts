import { describe, expect, it } from 'vitest';
import { SYNC_INTERVAL, FIRST_RETRY, minutesToNext } from '../../src/background/schedule.ts';

const AT = '2026-11-22T10:00:00.000Z';
const now = Date.parse(AT);

describe('The next sync', () => {
  it('comes after six hours on average, at random times', () => {
    expect(minutesToNext({ at: AT }, now, () => 0.5)).toBe(SYNC_INTERVAL);
    expect(minutesToNext({ at: AT }, now, () => 0)).toBe(SYNC_INTERVAL / 2);
    expect(minutesToNext({ at: AT }, now, () => 0.999)).toBeGreaterThan(SYNC_INTERVAL * 1.49);
  });
  it('comes sooner after a failure, and the delay doubles up to the normal interval', () => {
    const after = (failures: number) => minutesToNext({ at: AT, failures }, now, () => 0.5);
    expect([1, 2, 3, 4].map(after)).toEqual([1, 2, 4, 8].map((times) => times * FIRST_RETRY));
    expect(after(50)).toBe(SYNC_INTERVAL);
  });
  it('comes within minutes of the first start, and counts the time in which the browser was closed', () => {
    expect(minutesToNext(null, now, () => 0.5)).toBeLessThan(16);
    expect(minutesToNext({ at: AT }, now + 5 * 3_600_000, () => 0.5)).toBe(60);
    expect(minutesToNext({ at: AT }, now + 50 * 3_600_000, () => 0)).toBe(1);
  });
  it('is not delayed for years after the clock was set back', () => {
    expect(minutesToNext({ at: AT }, now - 5 * 365 * 86_400_000, () => 0.5)).toBe(SYNC_INTERVAL);
  });
});
