import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { connectToService } from '@electron/link/service-client';
import { startServiceParts } from '@electron/service/compose/compose-service';
import { AppError } from '@shared/errors/app-error';

/**
 * Started by the spec inside Windows: the whole service but for what only Electron gives, started and stopped twice in one
 * data folder, and its client. Prints as JSON what it saw.
 */
const [home = '', vendorFile = ''] = process.argv.slice(2);

const offline = () => Promise.reject(new AppError('internal'));
const nothing = () => undefined;

const start = () =>
  startServiceParts({
    facts: {
      mode: 'embedded',
      home,
      isReleasePackaged: false,
      version: '1.2.3',
      vendorFile,
      appRoot: home,
      launch: { executable: process.execPath, args: [] },
    },
    locale: 'en-GB',
    openHttp: offline,
    detectProxy: offline,
    lookUp: offline,
    machine: { onResume: () => nothing, network: () => null },
    lifetime: { isSupervised: false, end: nothing },
    startFolderWorker: () => ({ send: nothing, onMessage: nothing, onExit: nothing, kill: nothing }),
  });

const visit = async () => {
  const service = await start();
  const link = await connectToService({ runFolder: path.join(home, 'run'), role: 'operator', build: 'x' });
  const status = await link.client.status.read();
  const activity = await link.client.activity.read({ limit: 100 });
  link.close();
  await service.stop();
  return {
    state: status.ok ? status.value.status.service.state : status.error.code,
    recorded: activity.ok ? activity.value.entries.map(({ kind }) => kind) : activity.error.code,
  };
};

mkdirSync(home, { recursive: true });
const seen = { first: await visit(), second: await visit() };
const log = readFileSync(path.join(home, 'logs', 'service.log'), 'utf8')
  .trim()
  .split('\n');
const troubles = log.filter((line) => (JSON.parse(line) as { level: number }).level > 30);
const answer = { ...seen, troubles, run: readdirSync(path.join(home, 'run')).sort() };
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit());
