import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';

export interface ControlOptions {
  /** A person was told that the system will ask for an administrator, and agreed. */
  mayAsk: boolean;
}

/** Starts, stops and looks after the one Print ORS Service of this machine or, in embedded mode, of this app. */
export interface ServiceControl {
  status(): Promise<ServiceControlStatus>;
  /**
   * Does it and resolves when the service is in the state asked for; what is so already is no failure. Throws `AppError`:
   * `service-not-installed`, `elevation-needed` (only an administrator may, and `mayAsk` is false), `elevation-refused`
   * (the system was asked and said no), `service-disabled`, `service-control-failed` (it does not start or end, with
   * `meaning`).
   */
  act(action: ServiceAction, options: ControlOptions): Promise<void>;
}
