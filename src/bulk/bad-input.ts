/** Why a file or a pasted text cannot be checked at all, in words for its user: what is wrong, where, what to do. */
export class BadInput extends Error {
  override name = 'BadInput';
}
