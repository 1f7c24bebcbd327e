/** The address for corrections. Under a reserved name until the project has its own. */
export const CORRECTIONS = { mail: 'corrections@listmark.example' } as const;
