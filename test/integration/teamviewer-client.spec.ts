import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAssistanceProvider, createFakeProvider } from '@electron/platform/remote-client';
import { keepsTheContract } from '../support/assistance-provider-contract';
import { isRunning } from '../support/processes/processes';
import { createStandIn, type StandIn } from '../support/stand-in-client';

const LINK = 'https://get.teamviewer.com/v15/s12345678';
const WAIT = { timeout: 10_000 };

let standIns: StandIn[];
beforeEach(() => void (standIns = []));
afterEach(() => {
  for (const one of standIns) one.remove();
});
const standIn = (...options: Parameters<typeof createStandIn>) => {
  const made = createStandIn(...options);
  standIns.push(made);
  return made;
};
const onPath = (...folders: string[]) =>
  createAssistanceProvider('teamviewer', 'linux', { PATH: folders.join(':') });

describe('a client in memory', () => {
  keepsTheContract(() => {
    const provider = createFakeProvider();
    const isThere = (id: number) => provider.running.has(id);
    return { provider, link: LINK, starts: () => provider.started.length, isRunning: isThere };
  });
});

describe('TeamViewer on Linux', () => {
  keepsTheContract(() => {
    const client = standIn();
    return { provider: onPath(client.folder), link: LINK, starts: () => client.starts().length, isRunning };
  });

  it('hands over the link and nothing else', async () => {
    const client = standIn();
    const running = await onPath(client.folder).start({ link: LINK, minimumVersion: null });
    await vi.waitFor(() => expect(client.starts()).toEqual([[LINK]]), WAIT);
    await running.stop();
  });

  it('starts QuickSupport without the link, which it would not take', async () => {
    const above = mkdtempSync('/opt/rs-qs-');
    chmodSync(above, 0o755);
    const client = standIn({ folder: path.join(above, 'teamviewerqs') });
    const running = await onPath(client.folder).start({ link: LINK, minimumVersion: null });
    await vi.waitFor(() => expect(client.starts()).toEqual([[]]), WAIT);
    await running.stop();
    expect(isRunning(running.processId)).toBe(false);
    rmSync(above, { recursive: true });
  });

  it('kills within two seconds what does not listen, with all it has started', async () => {
    const client = standIn({ stubborn: true });
    const running = await onPath(client.folder).start({ link: LINK, minimumVersion: null });
    await vi.waitFor(() => expect(client.starts()).toHaveLength(1), WAIT);
    const members = () =>
      execFileSync('/usr/bin/pgrep', ['-g', String(running.processId)], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map(Number);
    const all = await vi.waitFor(() => {
      const found = members();
      expect(found.length).toBeGreaterThan(1);
      return found;
    }, WAIT);
    const began = Date.now();
    await running.stop();
    expect(Date.now() - began).toBeLessThan(2000);
    expect(all.filter(isRunning)).toEqual([]);
  });

  it('notices that the client has gone by itself', async () => {
    const client = standIn();
    const running = await onPath(client.folder).start({ link: LINK, minimumVersion: null });
    client.leave();
    await running.ended;
    expect(isRunning(running.processId)).toBe(false);
  });

  it.each(['teamviewer10://control?device=1', 'https://get.teamviewer.com/s12345678?x', '--version', ''])(
    'starts nothing for %j',
    async (link) => {
      const client = standIn();
      await expect(onPath(client.folder).start({ link, minimumVersion: null })).rejects.toMatchObject({
        code: 'assistance-grant-invalid',
      });
      expect(client.starts()).toEqual([]);
    },
  );

  it('does not start one that others could have put there, not through a link either', async () => {
    const open = mkdtempSync(path.join(tmpdir(), 'rs-open-'));
    const others = standIn({ folder: path.join(open, 'bin') });
    const links = mkdtempSync('/opt/rs-links-');
    symlinkSync(others.file, path.join(links, 'teamviewer'));
    const writable = standIn();
    chmodSync(writable.file, 0o775);
    const owned = standIn();
    execFileSync('/usr/bin/chown', ['nobody', owned.file]);
    const openFolder = standIn();
    chmodSync(openFolder.folder, 0o777);
    for (const folder of [others.folder, links, writable.folder, owned.folder, openFolder.folder]) {
      const provider = onPath(folder);
      expect(await provider.find(null), folder).toMatchObject({ state: 'unsafe' });
      await expect(provider.start({ link: LINK, minimumVersion: null })).rejects.toMatchObject({
        code: 'client-unsafe',
      });
    }
    const starts = [others, writable, owned, openFolder].flatMap((one) => one.starts());
    expect(starts).toEqual([]);
    rmSync(open, { recursive: true });
    rmSync(links, { recursive: true });
  });

  it('passes an unsafe one over for a safe one behind it', async () => {
    const bad = standIn();
    chmodSync(bad.folder, 0o777);
    const good = standIn();
    expect(await onPath(bad.folder, 'relative', '', good.folder).find(null)).toMatchObject({
      state: 'found',
      location: good.file,
    });
  });

  it('says that there is none, and does not start one of unknown age where a minimum is set', async () => {
    expect(await onPath('/nowhere').find(null)).toMatchObject({ state: 'not-found', location: null });
    const client = standIn();
    const provider = onPath(client.folder);
    expect(await provider.find('15.0')).toMatchObject({ state: 'version-unknown' });
    await expect(provider.start({ link: LINK, minimumVersion: '15.0' })).rejects.toMatchObject({
      code: 'client-version-unknown',
    });
  });

  it('reads the version from the files beside it', async () => {
    const client = standIn();
    mkdirSync(path.join(client.folder, 'config'));
    writeFileSync(
      path.join(client.folder, 'config', 'global.conf'),
      '[int32] X = 1\n[strng] Version = "15.9.5"\n',
    );
    const provider = onPath(client.folder);
    expect(await provider.find('15.9')).toMatchObject({ state: 'found', version: '15.9.5' });
    expect(await provider.find('15.10')).toMatchObject({ state: 'too-old' });
    expect(client.starts()).toEqual([]);
  });
});

describe('RustDesk on Linux', () => {
  const install = (mode: 'click' | 'password' | 'untold') => {
    const client = standIn({ rustDesk: mode });
    const environment = { PATH: client.folder, HOME: client.folder };
    return { client, provider: createAssistanceProvider('rustdesk', 'linux', environment) };
  };

  keepsTheContract(() => {
    const { client, provider } = install('click');
    return { provider, link: null, starts: () => client.starts().length, isRunning };
  });

  it('is started without a word from outside', async () => {
    const { client, provider } = install('click');
    const running = await provider.start({ link: LINK, minimumVersion: '1.3' });
    await vi.waitFor(() => expect(client.starts()).toEqual([[]]), WAIT);
    await running.stop();
  });

  it('is believed by the file of the account where it tells its options to administrators only', async () => {
    const { client, provider } = install('untold');
    const folder = path.join(client.folder, '.config/rustdesk');
    mkdirSync(folder, { recursive: true });
    const say = (mode: string) =>
      writeFileSync(path.join(folder, 'RustDesk2.toml'), `[options]\napprove-mode = '${mode}'\n`);
    const refused = { code: 'client-not-set-up' };
    await expect(provider.start({ link: null, minimumVersion: null })).rejects.toMatchObject(refused);
    say('password');
    await expect(provider.start({ link: null, minimumVersion: null })).rejects.toMatchObject(refused);
    expect(client.starts()).toEqual([]);
    say('click');
    const running = await provider.start({ link: null, minimumVersion: null });
    await vi.waitFor(() => expect(client.starts()).toEqual([[]]), WAIT);
    await running.stop();
  });

  it('is not started where it lets people in without a click', async () => {
    const { client, provider } = install('password');
    expect(await provider.find('1.3')).toMatchObject({ state: 'found', version: '1.3.2' });
    await expect(provider.start({ link: null, minimumVersion: null })).rejects.toMatchObject({
      code: 'client-not-set-up',
    });
    expect(client.starts()).toEqual([]);
  });

  it('is not started from where others could have put it', async () => {
    const { client, provider } = install('click');
    chmodSync(client.folder, 0o777);
    expect(await provider.find(null)).toMatchObject({ state: 'unsafe' });
    await expect(provider.start({ link: null, minimumVersion: null })).rejects.toMatchObject({
      code: 'client-unsafe',
    });
    expect(client.starts()).toEqual([]);
  });
});
