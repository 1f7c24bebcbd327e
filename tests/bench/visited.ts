/** A part of every address that a bench visits; other tabs are ignored. */
export const VISITED = '/wake-bench';
