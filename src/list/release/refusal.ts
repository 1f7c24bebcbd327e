/** Why a release was not taken. The code is for tests and for the status line's wording; the message is for people. */
export type RefusalCode =
  | 'unreachable'
  | 'http-status'
  | 'redirected'
  | 'web-page'
  | 'too-large'
  | 'too-slow'
  | 'truncated'
  | 'bad-signature'
  | 'unknown-key'
  | 'malformed'
  | 'unknown-format'
  | 'other-list'
  | 'expired'
  | 'clock'
  | 'older'
  | 'mixed'
  | 'wrong-hash'
  | 'store';

export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
