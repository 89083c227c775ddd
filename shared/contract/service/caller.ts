/** One connection to the service: whoever makes a call over it is there until it ends. */
export interface Caller {
  /** Called once when the connection has ended, whoever ended it. */
  onGone(listener: () => void): void;
}
