import { describe, expect, it } from 'vitest';
import type { AssistanceProviderName } from '@shared/domain/assistance/assistance';
import type { WindowsHost } from '../windows-host';
import { createWindowsProvider } from './windows-provider';

const PLAIN = {
  folder: null,
  version: null,
  programFolders: ['C:\\Program Files', 'C:\\Program Files (x86)'],
};

const setUp = (
  found: { folder?: string; version?: string },
  files: string[],
  environment: NodeJS.ProcessEnv = {},
  name: AssistanceProviderName = 'teamviewer',
) => {
  const asked: (readonly string[])[] = [];
  const host: WindowsHost = {
    isThere: () => true,
    call: () => {
      throw new Error('nothing is started');
    },
    ask: (words, schema) => {
      asked.push(words);
      return Promise.resolve({ outcome: 'done', answer: schema.parse({ ...PLAIN, ...found }) });
    },
  };
  const isThere = (file: string) => Promise.resolve(files.includes(file));
  return { provider: createWindowsProvider(name, environment, host, isThere), asked };
};

describe('TeamViewer on Windows', () => {
  it('is where the registry says, with its version from there', async () => {
    const { provider } = setUp({ folder: 'C:\\Program Files\\TeamViewer\\', version: '15.50.5' }, [
      'C:\\Program Files\\TeamViewer\\TeamViewer.exe',
    ]);
    expect(await provider.find('15.0')).toEqual({
      provider: 'teamviewer',
      state: 'found',
      location: 'C:\\Program Files\\TeamViewer\\TeamViewer.exe',
      version: '15.50.5',
      minimumVersion: '15.0',
    });
  });

  it('is looked for in the program folders where the registry says nothing', async () => {
    const { provider } = setUp({}, ['C:\\Program Files (x86)\\TeamViewer\\TeamViewer.exe']);
    expect(await provider.find(null)).toMatchObject({ state: 'found' });
  });

  it('is not taken from anywhere else', async () => {
    const path = 'C:\\Users\\ada\\bin';
    const { provider } = setUp({}, [`${path}\\TeamViewer.exe`], { PATH: `${path};relative` });
    expect(await provider.find(null)).toMatchObject({ state: 'unsafe', location: `${path}\\TeamViewer.exe` });
    const climbing = setUp({ folder: 'C:\\Program Files\\..\\Users\\ada' }, [
      'C:\\Users\\ada\\TeamViewer.exe',
    ]);
    expect(await climbing.provider.find(null)).toMatchObject({ state: 'unsafe' });
  });

  it('starts nothing for a link that is none', async () => {
    const { provider, asked } = setUp({}, []);
    const start = provider.start({ link: 'tvcontrol1://x', minimumVersion: null });
    await expect(start).rejects.toMatchObject({ code: 'assistance-grant-invalid' });
    expect(asked).toEqual([]);
  });
});

it('does not start a RustDesk on Windows of which it cannot be told that it asks before it lets anybody in', async () => {
  const { provider } = setUp({}, ['C:\\Program Files\\RustDesk\\rustdesk.exe'], {}, 'rustdesk');
  expect(await provider.find(null)).toMatchObject({ state: 'found' });
  await expect(provider.start({ link: null, minimumVersion: null })).rejects.toMatchObject({
    code: 'client-not-set-up',
  });
});
