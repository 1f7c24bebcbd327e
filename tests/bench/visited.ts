/** Part of every address that a bench visits on purpose: what else opens a tab is passed over. */
export const VISITED = '/wake-bench';
