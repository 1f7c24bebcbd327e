/** The timeouts of the end-to-end drivers. */
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../../tools/drivers/driver.ts';
import { withLimits, within } from '../../../tools/drivers/limits.ts';

const never = new Promise<never>(() => {});

class Stuck {
  #answer = 42;
  workerAlive = () => never;
  refusedHosts = async () => [String(this.#answer)];
  open = async () => ({ evaluate: () => never, accessibilityTree: () => never });
  close() {
    return Promise.reject(new Error('its own reason'));
  }
}
const driver = withLimits(new Stuck() as unknown as Driver, 'stuck', 30);

describe('A call of a driver', () => {
  it('that hangs fails with its name and the limit', () =>
    expect(driver.workerAlive()).rejects.toThrow('stuck workerAlive: no answer within 0.03 s'));
  it('that answers gives its answer', async () => expect(await driver.refusedHosts()).toEqual(['42']));
  it('that fails gives its own reason', () => expect(driver.close()).rejects.toThrow('its own reason'));
  it('on a page that the driver handed out has the limit too', async () => {
    const page = await driver.open('http://a.example/');
    await expect(page.evaluate('1')).rejects.toThrow('stuck page evaluate: no answer within 0.03 s');
  });
  it('leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    expect(await within('at once', Promise.resolve(1), 600_000)).toBe(1);
    expect(timers()).toBe(before);
  });
});
