import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import { createElevation, type Elevation } from '../elevation';
import { runProgram, windowsCall, type RunProgram } from '../programs';
import { failedControl } from './failed-control';
import type { ControlOptions, ServiceControl } from './service-control';
import { WINDOWS_SERVICE_NAME } from '@shared/domain/status/service-names';
import {
  parseQuery,
  parseRefusal,
  parseRegistry,
  statusOfService,
  type ServiceNumbers,
} from './windows-status';

const STOPPED = 1;
const RUNNING = 4;
const ACCESS_DENIED = 5;
const DISABLED = 1058;
const NOT_THERE = 1060;
const NOT_STARTED = 1062;
const STARTED_ALREADY = 1056;

/** The state that each action is to end in. */
const GOALS = { start: RUNNING, stop: STOPPED, restart: RUNNING } as const;

const LOOK_AGAIN_MS = 250;
/** Windows gives a service 30 s to say that it has started. */
const SETTLE_MS = 45_000;

const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,79}$/;

export interface WindowsParts {
  run: RunProgram;
  elevation: Elevation;
  /** The service's key name. */
  name: string;
}

/** The Windows service manager, through `sc.exe` and `reg.exe`; only numbers and key names of their answers are read. */
export class WindowsServiceControl implements ServiceControl {
  private readonly parts: WindowsParts;
  private started: { processId: number; at: string | null } | null = null;

  constructor(parts: Partial<WindowsParts> = {}) {
    this.parts = {
      run: runProgram,
      elevation: createElevation('win32'),
      name: WINDOWS_SERVICE_NAME,
      ...parts,
    };
    if (!NAME.test(this.parts.name)) throw new AppError('bad-input', { at: 'service' });
  }

  async status(): Promise<ServiceControlStatus> {
    const numbers = await this.query();
    if (numbers === null) {
      const nothing = { account: null, startType: null, since: null, lastExit: null } as const;
      return { mode: 'installed', state: 'not-installed', ...nothing, permission: 'ask' };
    }
    const { text } = await this.parts.run(
      windowsCall('reg', ['query', `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${this.parts.name}`]),
    );
    const since = await this.startOf(numbers.processId);
    return { ...statusOfService(numbers, parseRegistry(text), since), permission: 'ask' };
  }

  async act(action: ServiceAction, options: ControlOptions): Promise<void> {
    if ((await this.query()) === null) throw new AppError('service-not-installed');
    if (action !== 'start' && (await this.bring('stop', action, options)) === 'whole') return;
    if (action !== 'stop') await this.bring('start', action, options);
  }

  /** Does one step of the action; an administrator who is asked does the `whole` of it at once. */
  private async bring(
    verb: 'start' | 'stop',
    whole: ServiceAction,
    { mayAsk }: ControlOptions,
  ): Promise<'step' | 'whole'> {
    const goal = GOALS[verb];
    if ((await this.query())?.state === goal) return 'step';
    const { code, text, errors } = await this.sc(verb);
    const refusal = code === 0 ? 0 : (parseRefusal(`${text}\n${errors}`) ?? code);
    if (refusal === ACCESS_DENIED) {
      if (!mayAsk) throw new AppError('elevation-needed');
      await this.askAdministrator(whole);
      if (!(await this.settles(GOALS[whole]))) throw failedControl(await this.status());
      return 'whole';
    }
    if (refusal === DISABLED) throw new AppError('service-disabled');
    if (refusal === NOT_THERE) throw new AppError('service-not-installed');
    const isSettled = await this.settles(goal);
    const isSo = refusal === STARTED_ALREADY || refusal === NOT_STARTED;
    if (!isSettled && !isSo) throw failedControl(await this.status());
    return 'step';
  }

  private async askAdministrator(action: ServiceAction) {
    const result = await this.parts.elevation.run({ kind: action });
    if (result.outcome === 'refused' || result.outcome === 'unavailable')
      throw new AppError('elevation-refused');
  }

  /** Waits while the service is on its way; a state that is neither the goal nor on the way ends the wait. */
  private async settles(goal: number): Promise<boolean> {
    const end = performance.now() + SETTLE_MS;
    while (performance.now() < end) {
      const state = (await this.query())?.state;
      if (state === goal) return true;
      // One that was deleted while it ran is gone as soon as it has stopped.
      if (state === undefined) return goal === STOPPED;
      if (state === STOPPED || state === RUNNING) return false;
      await wait(LOOK_AGAIN_MS);
    }
    return false;
  }

  private sc(verb: string) {
    return this.parts.run(windowsCall('sc', [verb, this.parts.name]));
  }

  /** `queryex` also names the process; where a system has only `query`, that is no loss but of the time. */
  private async query(): Promise<ServiceNumbers | null> {
    return parseQuery((await this.sc('queryex')).text) ?? parseQuery((await this.sc('query')).text);
  }

  /** When this process started, asked once for each; PowerShell is slow, and there is no other way. */
  private async startOf(processId: number | null): Promise<string | null> {
    if (processId === null || processId === 0) return null;
    if (this.started?.processId === processId) return this.started.at;
    const script = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${processId}').CreationDate.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss')`;
    const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
    const { text } = await this.parts.run(windowsCall('powershell', words));
    const [moment] = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(text) ?? [];
    this.started = { processId, at: moment === undefined ? null : `${moment}.000Z` };
    return this.started.at;
  }
}
