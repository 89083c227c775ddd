import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import { createAccounts } from '@electron/platform/accounts';
import type { ServiceControl } from '@electron/platform/service-control';
import { askService, type CommandContext } from './command-context';

const LOOK_AGAIN_MS = 100;
const SETTLE_MS = 60_000;
/** An app starts its child again half a second after it has ended. */
const RETURN_MS = 15_000;

const NOTHING_KNOWN = { since: null, lastExit: null } as const;

/** Null while nobody answers; every other failure is the caller's. */
const accountOf = async (context: CommandContext): Promise<{ account: string | null } | null> => {
  try {
    const { status } = await askService(context, 'viewer', (client) => client.status.read());
    return { account: status.service.account };
  } catch (error) {
    if (error instanceof AppError && error.code === 'service-stopped') return null;
    throw error;
  }
};

const waitFor = async (context: CommandContext, isThere: boolean, limit: number): Promise<boolean> => {
  const end = performance.now() + limit;
  for (;;) {
    if (((await accountOf(context)) !== null) === isThere) return true;
    if (performance.now() > end) return false;
    await wait(LOOK_AGAIN_MS);
  }
};

const settle = async (context: CommandContext, isThere: boolean) => {
  if (!(await waitFor(context, isThere, SETTLE_MS)))
    throw new AppError('service-control-failed', { meaning: 'timed-out' });
};

const note = (context: CommandContext, action: ServiceAction) =>
  askService(context, 'operator', (client) => client.lifetime.note({ action }));

const start = async (context: CommandContext) => {
  context.prepareFolders();
  context.io.launchService(context.facts);
  await settle(context, true);
};

/** Ends it and says whether an app holds it as its child. */
const end = async (context: CommandContext, isForGood: boolean): Promise<boolean> => {
  const { isSupervised } = await askService(context, 'operator', (client) =>
    client.lifetime.end({ isForGood }),
  );
  return isSupervised;
};

const restart = async (context: CommandContext) => {
  await note(context, 'restart');
  const isSupervised = await end(context, false);
  await settle(context, false);
  // Its app starts it again; where there is none, or the app has gone meanwhile, nobody but us does.
  if (isSupervised && (await waitFor(context, true, RETURN_MS))) return;
  await start(context);
};

/** The control of an embedded service from outside its app: over its socket, and with a process of its own. */
export const createEmbeddedControl = (context: CommandContext): ServiceControl => ({
  status: async (): Promise<ServiceControlStatus> => {
    const found = await accountOf(context);
    const state = found === null ? 'stopped' : 'running';
    const fixed = { mode: 'embedded', startType: 'with-the-app', permission: 'granted' } as const;
    // It runs as whoever starts it, which is who asks.
    return { ...fixed, ...NOTHING_KNOWN, account: found?.account ?? createAccounts().current(), state };
  },
  act: async (action) => {
    const isRunning = (await accountOf(context)) !== null;
    if (action === 'restart' && isRunning) return restart(context);
    if (action === 'stop') {
      if (!isRunning) return;
      await note(context, 'stop');
      await end(context, true);
      return settle(context, false);
    }
    if (isRunning) return;
    await start(context);
    await note(context, 'start');
  },
});
