/** The day it is, as YYYY-MM-DD: in UTC, like every day of the list. */
export const today = (): string => new Date().toISOString().slice(0, 10);
