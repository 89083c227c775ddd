import { hostname } from 'node:os';
import { AppError } from '@shared/errors/app-error';
import { THIS_COMPUTER, type AccountWish } from '@shared/domain/status/service-account';
import { createElevation, type Elevation, type ElevationResult } from '../elevation';
import { linuxCall, runProgram, type RunProgram } from '../programs';
import type { ServiceAccount } from './service-account';

/** As the helper ends: see its head. */
const NO_SUCH_ACCOUNT = 65;
const PUT_BACK = 66;

/** `getent` answers an option as one; what begins like one is no name. */
const NAME = /^[A-Za-z_][A-Za-z0-9._@-]{0,127}$/;
const DOMAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const accountOf = ({ domain, userName }: AccountWish, computer: string): string => {
  const isLocal = [THIS_COMPUTER, '', computer].includes(domain);
  if (!NAME.test(userName) || !(isLocal || DOMAIN.test(domain))) throw new AppError('account-unknown');
  return isLocal ? userName : `${domain}\\${userName}`;
};

const throwFor = (result: ElevationResult): void => {
  if (result.outcome === 'done') return;
  if (result.outcome !== 'failed') throw new AppError('elevation-refused');
  if (result.code === NO_SUCH_ACCOUNT) throw new AppError('account-unknown');
  throw new AppError(result.code === PUT_BACK ? 'account-change-failed' : 'service-control-failed');
};

export interface LinuxAccountParts {
  run: RunProgram;
  elevation: Elevation;
}

/** A drop-in of the unit with `User=`; systemd needs no password and hands the state folder over by itself. */
export const createLinuxServiceAccount = ({
  run = runProgram,
  elevation = createElevation(),
}: Partial<LinuxAccountParts> = {}): ServiceAccount => ({
  choice: () => ({ canChange: true, needsPassword: false, computer: hostname().slice(0, 253), domains: [] }),
  change: async (wish) => {
    const account = accountOf(wish, hostname());
    const { code, text } = await run(linuxCall('getent', ['passwd', account]));
    if (code !== 0) throw new AppError('account-unknown');
    if (text.split(':')[2] === '0') throw new AppError('account-administrator');
    throwFor(await elevation.run({ kind: 'set-account', account }));
  },
});
