/** Why a file or release was refused. The code is for programs and tests, the message is for users. */
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
