import { AppError } from '@shared/errors/app-error';
import type { ServiceControlStatus } from '@shared/domain/status/service-control';

/** It was allowed and did not work: how the run ended says why. */
export const failedControl = ({ lastExit }: Pick<ServiceControlStatus, 'lastExit'>) =>
  new AppError('service-control-failed', { meaning: lastExit?.meaning ?? 'unexpected' });
