import { z } from 'zod';

const Revision = z.number().int().min(0);

/**
 * The place of a change: of which document, and between which two of its revisions. `from` null = the change says
 * everything, so that nothing has to be known before it.
 */
export const ChangePlace = { epoch: z.string().max(64), from: Revision.nullable(), rev: Revision };

export interface Change {
  epoch: string;
  from: number | null;
  rev: number;
}

/** How a document of one kind takes changes. */
export interface ChangeRules<D, C extends Change> {
  placeOf(document: D): Pick<Change, 'epoch' | 'rev'>;
  /** The document after the change; `document` is null only where the change says everything. */
  advance(document: D | null, change: C): D;
  /** Two changes of one document, the second right behind the first, as one. */
  join(first: C, next: C): C;
}

/** Two changes as one; the second alone where the two do not belong together. */
export const joinChanges = <C extends Change>(
  first: C,
  next: C,
  join: (first: C, next: C) => Pick<C, Exclude<keyof C, keyof Change>>,
): C => {
  if (next.from === null || next.epoch !== first.epoch || next.from > first.rev) return next;
  if (next.rev <= first.rev) return first;
  return { ...next, ...join(first, next), from: first.from };
};

/** Whether a change can be applied to a document of this place; null = there is no document yet. */
export const canFollow = (change: Change, place: Pick<Change, 'epoch' | 'rev'> | null): boolean => {
  const isSame = place?.epoch === change.epoch;
  if (change.from === null) return !isSame || change.rev > place.rev;
  return isSame && change.from <= place.rev && change.rev > place.rev;
};

/** Whether a document of this place holds all that the change says. */
export const isKnown = (change: Change, place: Pick<Change, 'epoch' | 'rev'> | null): boolean =>
  place?.epoch === change.epoch && change.rev <= place.rev;
