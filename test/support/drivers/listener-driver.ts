import { SocketListener } from '@electron/service/socket/socket-listener';
import { silentLogger } from '@electron/log/logger';
import type { ServiceHandlers } from '@shared/contract/service/service-contract';

/** Opens and closes the service's socket in the folder given, as often as given; ends by itself. */
const [runFolder = '', times = '1'] = process.argv.slice(2);
const handlers = {} as ServiceHandlers;

for (let turn = 0; turn < Number(times); turn += 1) {
  const listener = new SocketListener({
    runFolder,
    build: '1',
    handlers,
    log: silentLogger,
    namePeer: () => Promise.resolve(null),
  });
  await listener.start();
  await new Promise(setImmediate);
  await listener.stop();
}
