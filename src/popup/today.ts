/** Days as the popup compares them: in UTC, like the list. */
export const today = (): string => new Date().toISOString().slice(0, 10);
export const isToday = (day: string): boolean => day === today();
