/** One connection to the service: whoever makes a call over it is there until it ends. */
export interface Caller {
  /** The account at the other end, as the system has shown it to the service; null where it has shown none. */
  account(): Promise<string | null>;
  /** Called once when the connection has ended, whoever ended it. */
  onGone(listener: () => void): void;
}
