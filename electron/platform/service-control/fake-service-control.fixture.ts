import { AppError } from '@shared/errors/app-error';
import type { ServiceControlStatus } from '@shared/domain/status/service-control';
import type { ServiceControl } from './service-control';

export interface FakeServiceControl extends ServiceControl {
  /** As it stands; a test may change it as somebody else would. */
  current: ServiceControlStatus;
  /** Thrown by the next actions where set. */
  failure: AppError | null;
}

/** A service that obeys, for tests. */
export const createFakeServiceControl = (first: Partial<ServiceControlStatus> = {}): FakeServiceControl => ({
  failure: null,
  current: {
    mode: 'installed',
    state: 'stopped',
    account: 'print',
    startType: 'automatic',
    since: null,
    lastExit: null,
    permission: 'granted',
    ...first,
  },
  status() {
    return Promise.resolve(this.current);
  },
  act(action, { mayAsk }) {
    const refusal =
      this.current.permission === 'ask' && !mayAsk ? new AppError('elevation-needed') : this.failure;
    if (this.current.state === 'not-installed') return Promise.reject(new AppError('service-not-installed'));
    if (refusal !== null) return Promise.reject(refusal);
    this.current = { ...this.current, state: action === 'stop' ? 'stopped' : 'running' };
    return Promise.resolve();
  },
});
