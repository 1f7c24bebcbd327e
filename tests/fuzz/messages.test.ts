/** Messages of any shape from any sender. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit } from '../../src/background/admission.ts';
import { PATIENCE, RUNS } from './runs.ts';

describe('Messages', { timeout: PATIENCE }, () => {
  const sender = fc.record({
    id: fc.constantFrom('listmark', 'other', undefined),
    url: fc.oneof(fc.webUrl(), fc.string(), fc.constant('chrome-extension://listmark/x')),
    frameId: fc.constantFrom(0, 1, undefined),
    tab: fc.constantFrom({ id: 1 }, undefined),
  });
  const message = fc.oneof(
    fc.anything(),
    fc.record({ question: fc.oneof(fc.string(), fc.constantFrom('site', 'list', 'badge', 'refresh')), ask: fc.anything() }),
  );
  it('are admitted only from ourselves, and from web pages only what is about themselves', () =>
    fc.assert(
      fc.property(message, sender, (asked, from) => {
        const admitted = admit(asked, from, { id: 'listmark', base: 'chrome-extension://listmark/' });
        if ('error' in admitted) return;
        expect(from.id).toBe('listmark');
        if (!from.url.startsWith('chrome-extension://listmark/')) expect(admitted.ask).toBeNull();
      }),
      RUNS,
    ));
});
