/** Where corrections of our record go. An address under a reserved name until the project has one of its own. */
export const CORRECTIONS = { mail: 'corrections@listmark.example' } as const;
