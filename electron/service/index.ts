import path from 'node:path';
import { app } from 'electron';
import { AppError } from '@shared/errors/app-error';
import { errorWords } from '@shared/i18n/error-words';
import { LOCALES, nearestLocale } from '@shared/domain/settings/locales';
import { loadLanguage } from '@shared/i18n/translator';
import { endProcess } from '@electron/platform/end-process';
import type { StartFacts } from '@electron/start/start-facts';
import { openStandardInput } from '@electron/platform/standard-input';
import { workerProcesses } from '@electron/platform/worker-process';
import { startServiceParts } from './compose/compose-service';
import { WORKER_THREADS } from './licence/folder/worker/folder-worker-pool';
import { machineSources } from './network/machine-sources';
import { openBackOfficeHttp } from './network/http/open-back-office-http';
import { detectSystemProxy, lookUpHost } from './network/system-network';
import { startFailure } from './compose/start-failure';

/** As the bundle names it. */
const FOLDER_WORKER = 'out/main/folder-worker.js';

/** Without a language of its own (`LANG=C`) a system speaks the default one. */
const systemLanguage = () =>
  app.getPreferredSystemLanguages().find((tag) => /^[a-z]{2,3}(-|$)/i.test(tag)) ?? LOCALES[0];

const giveUp = async (error: AppError) => {
  const { translate } = await loadLanguage(nearestLocale(systemLanguage()));
  const { code, params } = error;
  const { sentence, nextStep } = errorWords(code, translate, params);
  const cause = code === 'internal' ? `\n${String(error.cause)}` : '';
  process.stderr.write(`${sentence} ${nextStep}${cause}\n`, () => app.exit(1));
};

/** Ends the process once, however often and by whomever it is asked. */
const createEnd = (stop: () => Promise<void>) => {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    void stop().finally(() => endProcess(0));
  };
};

const endWhenAsked = (end: () => void, hasLifeline: boolean) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });
  if (!hasLifeline) return;
  // The parent holds the other end; it closes with the parent, whatever ended it.
  openStandardInput().on('end', end).on('close', end).on('error', end).resume();
};

/** Starts Print ORS Service: no window, one for a data folder; ends when told to or, with a lifeline, with its parent. */
export const startService = (facts: StartFacts, hasLifeline: boolean) => {
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    void giveUp(new AppError('certificate-checks-off'));
    return;
  }
  const end = createEnd(async () => {
    const parts = await starting.catch(() => null);
    await parts?.stop();
  });
  const starting = app.whenReady().then(() =>
    startServiceParts({
      facts,
      locale: systemLanguage(),
      openHttp: openBackOfficeHttp,
      detectProxy: detectSystemProxy,
      lookUp: lookUpHost,
      machine: machineSources(),
      lifetime: { isSupervised: hasLifeline && facts.mode === 'embedded', end },
      startFolderWorker: workerProcesses(path.join(facts.appRoot, FOLDER_WORKER), 'folders', WORKER_THREADS),
    }),
  );
  endWhenAsked(end, hasLifeline);
  starting.catch((error: unknown) => void giveUp(startFailure(error, facts.home)));
};
