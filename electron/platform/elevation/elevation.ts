import type { ServiceAction } from '@shared/domain/status/service-control';

/** The only things that are done with an administrator's rights; none carries a command or a path. */
export type ElevatedAction =
  | { kind: ServiceAction }
  /** `account` as the system's own list of accounts has it. */
  | { kind: 'set-account'; account: string }
  /** A downloaded package by the name the service keeps it under: its SHA-256 and `.deb` or `.rpm`. */
  | { kind: 'install-update'; fileName: string };

/**
 * How it went: `refused` = a person or the system said no; `unavailable` = nobody could be asked; `failed` = allowed, but
 * the action ended with this code.
 */
export type ElevationResult =
  { outcome: 'done' | 'refused' | 'unavailable' } | { outcome: 'failed'; code: number };

/** Has the system ask for an administrator and do one fixed thing; whatever the answer, nothing else is changed. */
export interface Elevation {
  /** Throws `bad-input` for an account or a file name that is not written like one, before anybody is asked. */
  run(action: ElevatedAction): Promise<ElevationResult>;
}
