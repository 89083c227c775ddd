import { lstat, readFile } from 'node:fs/promises';
import { AppError } from '@shared/errors/app-error';
import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import { createElevation, type Elevation } from '../elevation';
import { linuxCall, runProgram, type RunProgram } from '../programs';
import { failedControl } from './failed-control';
import type { ControlOptions, ServiceControl } from './service-control';
import { UNIT_NAME } from '@shared/domain/status/service-names';
import {
  parseExitRecord,
  parseUnit,
  statusOfUnit,
  UNIT_PROPERTIES,
  type UnitProperties,
} from './systemd-status';

const HOME = '/var/lib/remote-service';
const EXIT_RECORD = `${HOME}/last-exit`;
const DEADLINE_MS = 120_000;

export interface SystemdParts {
  run: RunProgram;
  elevation: Elevation;
  /** The service's home, which belongs to its account and the operators' group. */
  home: string;
  exitRecord: string;
}

/** A number in place of a name is what the helper writes; the account is shown as its machine calls it. */
const nameOf = async (run: RunProgram, account: string | null) => {
  if (account === null || !/^\d+$/.test(account)) return account;
  const { text } = await run(linuxCall('getent', ['passwd', account]));
  const [name = ''] = text.split(':');
  return name === '' ? account : name;
};

/** polkit lets members of the operators' group in; so does root's own account. */
const permissionIn = async (home: string): Promise<ServiceControlStatus['permission']> => {
  if (process.getuid?.() === 0) return 'granted';
  const gid = await lstat(home).then(
    (facts) => facts.gid,
    () => -1,
  );
  return process.getgroups?.().includes(gid) === true ? 'granted' : 'ask';
};

/** systemd, through `systemctl show` and the verbs that the shipped polkit rule lets operators use. */
export class SystemdServiceControl implements ServiceControl {
  private readonly parts: SystemdParts;

  constructor(parts: Partial<SystemdParts> = {}) {
    this.parts = {
      run: runProgram,
      elevation: createElevation(),
      home: HOME,
      exitRecord: EXIT_RECORD,
      ...parts,
    };
  }

  async status(): Promise<ServiceControlStatus> {
    const [unit, record, permission] = await Promise.all([
      this.unit(),
      this.exitRecord(),
      permissionIn(this.parts.home),
    ]);
    const status = statusOfUnit(unit, record);
    return { ...status, account: await nameOf(this.parts.run, status.account), permission };
  }

  async act(action: ServiceAction, { mayAsk }: ControlOptions): Promise<void> {
    const before = await this.unit();
    if (before.LoadState === 'not-found') throw new AppError('service-not-installed');
    if (before.LoadState === 'masked') throw new AppError('service-disabled');
    if ((await this.systemctl(action)) === 0) return;
    const status = await this.status();
    const wasTried =
      (await this.unit()).InvocationID !== before.InvocationID || status.permission === 'granted';
    if (wasTried) throw failedControl(status);
    if (!mayAsk) throw new AppError('elevation-needed');
    await this.askAdministrator(action);
  }

  /** After too many starts in a row systemd wants to be told that a person wants another one. */
  private async systemctl(action: ServiceAction): Promise<number | null> {
    const call = (verb: string) =>
      this.parts.run({
        ...linuxCall('systemctl', ['--no-ask-password', verb, UNIT_NAME]),
        deadline: DEADLINE_MS,
      });
    if (action !== 'stop') await call('reset-failed');
    return (await call(action)).code;
  }

  private async askAdministrator(action: ServiceAction) {
    const result = await this.parts.elevation.run({ kind: action });
    if (result.outcome === 'failed') throw failedControl(await this.status());
    if (result.outcome !== 'done') throw new AppError('elevation-refused');
  }

  private async unit(): Promise<UnitProperties> {
    const { code, text } = await this.parts.run(
      linuxCall('systemctl', ['show', `--property=${UNIT_PROPERTIES.join(',')}`, UNIT_NAME]),
    );
    if (code !== 0) throw new AppError('service-manager-silent');
    return parseUnit(text);
  }

  /** Only operators may read it; for anybody else there is none. */
  private async exitRecord() {
    try {
      const { mtime } = await lstat(this.parts.exitRecord);
      return parseExitRecord(await readFile(this.parts.exitRecord, 'utf8'), mtime.toISOString());
    } catch {
      return null;
    }
  }
}
