import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { linkRefusal } from '@shared/domain/assistance/assistance-link';
import { AppError } from '@shared/errors/app-error';
import type { AssistanceProvider } from './assistance-provider';
import { clientOf, requireFound } from './client-facts';
import { endProgram, identifyProgram, startProgram } from './client-process';
import { findProgram, onSearchPath } from '@electron/platform/programs';
import { createVersionMemory } from './version-memory';

const run = promisify(execFile);

/** Where the packages of the maker put it, the full client before QuickSupport. */
const PLACES = [
  '/opt/teamviewer/tv_bin/TeamViewer',
  '/opt/teamviewer/tv_bin/script/teamviewer',
  '/opt/teamviewer/teamviewer',
  '/usr/bin/teamviewer',
  '/usr/local/bin/teamviewer',
  '/opt/teamviewerqs/teamviewer',
  '/opt/teamviewerqs/tv_bin/TeamViewer',
];
const NAMES = ['teamviewer', 'TeamViewer'];

const CONFIGURATION = /^\[strng\]\s*(?:ClientVersion|Version)\s*=\s*"(\d[\w. ()-]{0,60})"/m;

const fromConfiguration = async (file: string): Promise<string | null> => {
  const above = [path.dirname(file), path.dirname(path.dirname(file))];
  for (const folder of [...above, '/opt/teamviewer']) {
    const text = await readFile(path.join(folder, 'config', 'global.conf'), 'utf8').catch(() => '');
    const version = CONFIGURATION.exec(text.slice(0, 65_536))?.[1];
    if (version !== undefined) return version;
  }
  return null;
};

/** The packages that say whose file it is; never the program itself, which would have to be started for that. */
const fromPackage = async (): Promise<string | null> => {
  const queries = [
    ['/usr/bin/dpkg-query', ['-W', '-f=${Version}', 'teamviewer']],
    ['/usr/bin/rpm', ['-q', '--qf', '%{VERSION}', 'teamviewer']],
  ] as const;
  for (const [program, args] of queries) {
    const answer = await run(program, args, { timeout: 3000, env: { LC_ALL: 'C' } }).catch(() => null);
    const version = /^\d[\w.+~-]{0,60}/.exec(answer?.stdout.trim() ?? '')?.[0];
    if (version !== undefined) return version;
  }
  return null;
};

/** Its archive and its packages name the folder so, wherever that lies. */
const isQuickSupport = (file: string) => file.split('/').includes('teamviewerqs');

/** TeamViewer as it is installed on Linux: an own folder below /opt, last the search path. */
export const createLinuxTeamViewer = (environment: NodeJS.ProcessEnv): AssistanceProvider => {
  const look = () => findProgram([...PLACES, ...onSearchPath(environment['PATH'] ?? '', NAMES)]);
  const versionOf = createVersionMemory(
    async (file) => (await fromConfiguration(file)) ?? (await fromPackage()),
  );
  const lookWhole = async (minimumVersion: string | null) => {
    const finding = await look();
    const version = await versionOf(finding, minimumVersion !== null);
    return clientOf('teamviewer', finding, version, minimumVersion);
  };
  return {
    find: lookWhole,
    start: async ({ link, minimumVersion }) => {
      if (link === null || linkRefusal(link) !== null) throw new AppError('assistance-grant-invalid');
      const file = requireFound(await lookWhole(minimumVersion));
      // QuickSupport takes no link: it shows the number that the technician asks for.
      return startProgram(file, isQuickSupport(file) ? [] : [link]);
    },
    identify: async (processId) => {
      const finding = await look();
      return identifyProgram(processId, finding.is === 'trusted' ? finding.file : null);
    },
    end: endProgram,
  };
};
