import { AppError } from '@shared/errors/app-error';
import type { AppFacts } from '@shared/contract/page/page-contract';
import type { Role } from '@electron/link/role';
import type { ServiceLink } from '@electron/link/service-client';

export type PersonAccess = AppFacts['access']['may'];

const CLOSED = ['not-allowed', 'not-operator'];
export const isClosed = (error: unknown) => error instanceof AppError && CLOSED.includes(error.code);

/**
 * Connects as an operator or, where this account is none, as one who may only look; says which. Throws what `connect`
 * throws; `not-allowed` or `not-operator` when the service does not answer this account at all.
 */
export const connectAsAllowed = async (
  connect: (role: Role) => Promise<ServiceLink>,
  onKnown: (may: PersonAccess) => void,
): Promise<ServiceLink> => {
  const connectAs = async (role: Role, may: PersonAccess) => {
    const link = await connect(role);
    onKnown(may);
    return link;
  };
  try {
    return await connectAs('operator', 'change');
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
  try {
    return await connectAs('viewer', 'look');
  } catch (error) {
    if (isClosed(error)) onKnown('nothing');
    throw error;
  }
};
