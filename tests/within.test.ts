import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Late, within } from '../src/within.ts';

describe('A wait', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const never = () => new Promise<never>(() => undefined);

  it('ends as the promise does, and leaves no timer', async () => {
    expect(await within(Promise.resolve(7))).toBe(7);
    await expect(within(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });
  it('ends after its limit where the promise does not, and says how long that was', async () => {
    const wait = within(never(), 3_000);
    const ended = expect(wait).rejects.toThrow(new Late('the browser did not answer within 3 seconds'));
    let settled = false;
    void wait.catch(() => (settled = true));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await ended;
  });
});

it('A wait is not late because we were busy: what comes soon afterwards is taken', async () => {
  const limit = 400;
  const answer = new Promise<string>((resolve) => {
    setTimeout(() => {
      for (const end = performance.now() + 2 * limit; performance.now() < end;);
      setTimeout(resolve, limit / 8, 'here');
    }, 1);
  });
  expect(await within(answer, limit)).toBe('here');
});
