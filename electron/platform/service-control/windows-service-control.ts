import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import { createWindowsHost, type HostFailure, type WindowsHost } from '../windows-host';
import { failedControl } from './failed-control';
import type { ControlOptions, ServiceControl } from './service-control';
import { HostStatus, statusOfService } from './windows-status';

/** The helper waits for the service as long as the service manager does, and twice for a restart. */
const SETTLE_MS = 4 * 60_000;

const NOT_INSTALLED: ServiceControlStatus = {
  mode: 'installed',
  state: 'not-installed',
  account: null,
  startType: null,
  since: null,
  lastExit: null,
  permission: 'ask',
};

const FAILURES: Partial<Record<HostFailure, ErrorCode>> = {
  'access-denied': 'elevation-needed',
  disabled: 'service-disabled',
  'not-installed': 'service-not-installed',
  refused: 'elevation-refused',
};

/** The Windows service manager, through the product's own helper. */
export class WindowsServiceControl implements ServiceControl {
  constructor(private readonly host: WindowsHost = createWindowsHost()) {}

  async status(): Promise<ServiceControlStatus> {
    const reply = await this.host.ask(['status'], HostStatus);
    if (reply.outcome === 'done') return statusOfService(reply.answer);
    if (reply.outcome === 'not-installed') return NOT_INSTALLED;
    throw new AppError('service-control-failed', { meaning: 'unexpected' });
  }

  async act(action: ServiceAction, { mayAsk }: ControlOptions): Promise<void> {
    const { outcome } = await this.host.ask(['control', action], z.unknown(), {
      mayAsk,
      deadline: SETTLE_MS,
    });
    if (outcome === 'done') return;
    const code = FAILURES[outcome];
    if (code === undefined) throw failedControl(await this.status());
    // Whoever was asked and still may not had no administrator to say yes.
    throw new AppError(mayAsk && code === 'elevation-needed' ? 'elevation-refused' : code);
  }
}
