import type { AssistanceClient } from '@shared/domain/assistance/assistance';

/** A running process; the mark tells it from a later one with the same number. */
export type ProcessIdentity = { id: number; mark: string };

/** A client that was started here. */
export interface RunningClient {
  processId: number;
  /** Resolves when the client and all it has started are gone, whoever ended them. */
  ended: Promise<void>;
  /** Asks all of it to end, and kills within a second what has not; resolves when it is gone. */
  stop(): Promise<void>;
}

/** The data that a session is opened with. */
export type Invitation = { link: string | null; minimumVersion: string | null };

/** A remote assistance program of this machine. */
export interface AssistanceProvider {
  /** Looks for the client anew; starts nothing of it. */
  find(minimumVersion: string | null): Promise<AssistanceClient>;
  /**
   * Starts the client on this desktop, found and checked anew. Throws `client-not-found`, `client-unsafe`,
   * `client-too-old`, `client-version-unknown`, `client-not-set-up`, `client-not-started` or, for a link that is none,
   * `assistance-grant-invalid`.
   */
  start(invitation: Invitation): Promise<RunningClient>;
  /** Tells a process of this client by its number; null where it is none. */
  identify(processId: number): Promise<ProcessIdentity | null>;
  /** Ends a process of this client and all that belongs to it, at once; quietly nothing where it is another by now. */
  end(known: ProcessIdentity): Promise<void>;
}
