import { draftOf } from '@shared/domain/settings/settings';
import { createDataFolders } from '@electron/platform/folders';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { createSettingsRepository } from './settings-repository';

/** Started by the spec, which kills it: saves settings of many sizes without end and prints a line after each. */
const paths = createDataFolders().prepare({ mode: 'embedded', home: process.argv[2] ?? '' });
const repository = createSettingsRepository({
  paths,
  pathStyle: 'posix',
  storage: createSettingsStorage(),
  openKeychain: () => Promise.reject(new Error('no secret is saved here')),
});

for (let round = 1; ; round += 1) {
  const { revision, settings } = await repository.read();
  const path = `/${String(round).repeat(4000).slice(0, 1000)}`;
  const count = round % 2 === 0 ? 1 : 16;
  const licenceServers = Array.from({ length: count }, (_none, index) => ({
    id: null,
    name: `Server ${index}`,
    kind: 'local' as const,
    path: `${path}/${index}`,
    fileName: 'prismadirect.lic',
    host: '',
    ports: '',
    hostId: '',
  }));
  await repository.save(revision, { ...draftOf(settings), licenceServers });
  process.stdout.write('.');
}
