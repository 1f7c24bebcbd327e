/** A link to another view of the explorer. The day that the reader chose goes with it. */
import type { ComponentChildren } from 'preact';
import { today } from '../today.ts';
import { hashOf, type Route } from './route.ts';

export function RecordLink({
  to,
  asOf,
  children,
}: {
  to: Pick<Route, 'place' | 'id'> & Partial<Route>;
  asOf: string;
  children: ComponentChildren;
}) {
  const chosen = { ...to.chosen, asOf: asOf === today() ? '' : asOf };
  return <a href={hashOf({ ...to, chosen })}>{children}</a>;
}
