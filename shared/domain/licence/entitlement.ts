/** The day a release counts from, `YYYY-MM-DD`: the vendor may date one back (or on) for those already covered. */
export const countsFrom = (release: { releasedOn: string; backdatedTo: string | null }): string =>
  release.backdatedTo ?? release.releasedOn;

/** Whether a release may be installed under maintenance whose last covered day, in UTC, is `maintenanceUntil`. */
export const isEntitled = (
  release: { releasedOn: string; backdatedTo: string | null },
  maintenanceUntil: string,
): boolean => countsFrom(release) <= maintenanceUntil;

/** The outcomes for an installer; a missing licence and a suspect clock are warnings, not refusals. */
export const ENTITLEMENT_OUTCOMES = [
  'entitled',
  'not-entitled',
  'no-licence',
  'licence-invalid',
  'clock-suspect',
] as const;
export type EntitlementOutcome = (typeof ENTITLEMENT_OUTCOMES)[number];
