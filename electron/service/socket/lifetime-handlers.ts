import { AppError } from '@shared/errors/app-error';
import type { PublishFromService, ServiceHandlers } from '@shared/contract/service/service-contract';
import type { AuditLog } from '@electron/service/audit/audit-log';

/** The answer has to leave before the listener closes. */
const LAST_WORDS_MS = 50;

/** The life of this process. */
export interface Lifetime {
  /** An app holds the other end of the lifeline, and starts it again when it ends. */
  isSupervised: boolean;
  /** Stops every part, then ends the process. */
  end: () => void;
}

export interface LifetimeParts {
  lifetime: Lifetime;
  mode: 'embedded' | 'installed';
  audit: Pick<AuditLog, 'append'>;
  publish: PublishFromService;
}

/** Calls about start and end of the service itself. */
export const createLifetimeHandlers = ({
  lifetime,
  mode,
  audit,
  publish,
}: LifetimeParts): ServiceHandlers['lifetime'] => ({
  note: ({ action }) => audit.append('service-control', 'operator', { action }),
  end: ({ isForGood }) => {
    if (mode === 'installed') return Promise.reject(new AppError('not-allowed'));
    publish('lifetime', 'ending', { isForGood });
    setTimeout(() => lifetime.end(), LAST_WORDS_MS);
    return Promise.resolve({ isSupervised: lifetime.isSupervised });
  },
});
