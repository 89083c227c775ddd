/** A child process for work that may hang: killed, it takes whatever hangs along. */
export interface WorkerProcess {
  /** Structured clone; what is sent before the process runs is kept for it. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the system has let go of the process, which is later than `kill` where a call of it hangs. */
  onExit(listener: () => void): void;
  /** At once and whatever it does. */
  kill(): void;
}

/** Starts one more of them; never throws: one that cannot be started exits. */
export type StartWorkerProcess = () => WorkerProcess;
