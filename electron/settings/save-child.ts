import { draftOf } from '@shared/domain/settings';
import { createDataFolders } from '@electron/platform/folders';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { createSettingsRepository } from './settings-repository';

/** Started by the spec, which kills it: saves settings of many sizes without end and prints a line after each. */
const paths = createDataFolders().prepare(process.argv[2] ?? '');
const repository = createSettingsRepository({
  paths,
  pathStyle: 'posix',
  storage: createSettingsStorage(),
  openKeychain: () => Promise.reject(new Error('no secret is saved here')),
});

for (let round = 1; ; round += 1) {
  const { revision, settings } = await repository.read();
  const certificates = [
    String(round)
      .repeat(round % 2 === 0 ? 10 : 4000)
      .slice(0, 16_384),
  ];
  await repository.save(revision, { ...draftOf(settings), certificates });
  process.stdout.write('.');
}
