import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Late, within } from '../src/within.ts';

describe('A timeout', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const never = () => new Promise<never>(() => undefined);

  it('gives the result of the promise, and leaves no timer', async () => {
    expect(await within(Promise.resolve(7))).toBe(7);
    await expect(within(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });
  it('rejects after its limit if the promise is still pending, and the message states the limit', async () => {
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

it('A busy event loop does not cause a timeout: a result that comes soon afterwards is accepted', async () => {
  const limit = 400;
  const answer = new Promise<string>((resolve) => {
    setTimeout(() => {
      for (const end = performance.now() + 2 * limit; performance.now() < end;);
      setTimeout(resolve, limit / 8, 'here');
    }, 1);
  });
  expect(await within(answer, limit)).toBe('here');
});
