/** What the picture is made from. */
import type { SiteFound } from '../../messages.ts';

export type Told = Pick<SiteFound, 'history' | 'library' | 'markets' | 'result' | 'asOf'>;
