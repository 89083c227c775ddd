/** How the helper ends, by its exit codes; `build/windows/host/base/exit-codes.h` is where they are set. */
export const HOST_EXITS = {
  0: 'done',
  64: 'usage',
  65: 'account-unknown',
  66: 'trial-failed',
  67: 'password-wrong',
  68: 'failed',
  69: 'no-logon-right',
  70: 'not-restored',
  71: 'folder-closed',
  72: 'account-not-usable',
  73: 'logon-failed',
  74: 'not-installed',
  75: 'disabled',
  76: 'access-denied',
  77: 'refused',
  78: 'not-started',
  79: 'too-slow',
  80: 'changed',
  81: 'other-process',
  82: 'folder-unsafe',
  83: 'check-failed',
  84: 'still-running',
} as const;
export type HostOutcome = (typeof HOST_EXITS)[keyof typeof HOST_EXITS];
export type HostFailure = Exclude<HostOutcome, 'done'>;

/** A code that the helper does not have, or none, is a failure like another. */
export const hostOutcomeOf = (code: number | null): HostOutcome =>
  (HOST_EXITS as Readonly<Record<number, HostOutcome>>)[code ?? -1] ?? 'failed';
