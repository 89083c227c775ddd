import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import type { Status } from '@shared/domain/status/status';
import { connectToService } from '@electron/link/service-client';
import { startServiceParts } from '@electron/service/compose/compose-service';
import { startFailure } from '@electron/service/compose/start-failure';
import { createDataFolders } from '@electron/platform/folders';

const VERSION = '1.0.0';
/** A start takes a fraction of this; one that hangs is found by it. */
const LIMIT_MS = 20_000;

/** How long what is expected may take to be said. */
const PATIENCE_MS = 8000;
const PAUSE_MS = 20;

/** How a start ended: with a status, or with a code of the catalogue. */
export type ServiceRun = { status: Status } | { failed: string; detail: string };

const away = () => Promise.reject(new AppError('back-office-unreachable'));

type Facts = Parameters<typeof startServiceParts>[0]['facts'];

/** Every part of the service, in this process and without a network. */
const start = async (facts: Facts) => {
  const starting = startServiceParts({
    facts,
    locale: 'en-GB',
    openHttp: () => Promise.resolve({ request: away, open: away, close: () => Promise.resolve() }),
    detectProxy: () => Promise.resolve(null),
    lookUp: () => Promise.resolve([]),
    machine: { onResume: () => () => undefined, network: () => null },
    lifetime: { isSupervised: false, end: () => undefined },
    startFolderWorker: () => {
      throw new Error('no licence folder lies on a share here');
    },
  });
  const limit = wait(LIMIT_MS, null, { ref: false }).then(() => Promise.reject(new Error('hangs')));
  return Promise.race([starting, limit]);
};

/** Asks a service how it is until that is as expected. */
const ask = async (runFolder: string, isExpected: (status: Status) => boolean): Promise<ServiceRun> => {
  const link = await connectToService({ runFolder, role: 'administrator', build: VERSION });
  try {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const reply = await link.client.status.read();
      if (!reply.ok) return { failed: 'call', detail: JSON.stringify(reply) };
      const { status } = reply.value;
      if (isExpected(status) || performance.now() > deadline) return { status };
      await wait(PAUSE_MS);
    }
  } finally {
    link.close();
  }
};

/** Starts the service on a data folder, asks it how it is until that is as expected, and stops it. */
export const runService = async (
  home: string,
  vendorFile: string,
  isExpected: (status: Status) => boolean,
): Promise<ServiceRun> => {
  const facts: Facts = {
    ...{ mode: 'embedded', home, isReleasePackaged: false, version: VERSION, vendorFile },
    ...{ appRoot: home, launch: { executable: process.execPath, args: [] } },
  };
  try {
    const parts = await start(facts);
    try {
      return await ask(createDataFolders().pathsOf(facts).run, isExpected);
    } finally {
      await parts.stop();
    }
  } catch (error) {
    const { code, message } = startFailure(error, home);
    return {
      failed: code,
      detail: `${message} ${String(error instanceof AppError ? JSON.stringify(error.params) : error)}`,
    };
  }
};
