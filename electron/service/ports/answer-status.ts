import type { ConnectionReason } from '@shared/errors/error-catalogue';

const CODES_OF_STATUS: Readonly<Record<number, ConnectionReason>> = {
  403: 'back-office-forbids',
  410: 'installation-removed',
  429: 'back-office-busy',
  503: 'back-office-busy',
};

/** The reason for a status other than 2xx of the back office; `missing` where there is nothing at the path. */
export const reasonOfStatus = (
  status: number,
  { hasToken, missing }: { hasToken: boolean; missing: ConnectionReason },
): ConnectionReason => {
  if (status === 401 && hasToken) return 'token-refused';
  if (status === 404) return missing;
  return CODES_OF_STATUS[status] ?? 'back-office-error';
};
