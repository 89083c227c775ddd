import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Program } from '../../support/program';
import { createStandIn } from '../../support/stand-in-client';
import { isRunning } from '../../support/processes/processes';
import { ask, openAssisted, test as base, windowOf } from '../support/assistance';
import { expect } from '../support/fixtures';

/** The program as a vendor ships it whose customers have no way to TeamViewer. */
const chooseRustDesk = (program: Program) => {
  const file = program.env['REMOTE_SERVICE_VENDOR'] ?? '';
  const profile = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...profile, assistance: { provider: 'rustdesk' } }));
};

const withRustDesk = base.extend({
  client: async ({ program }, use) => {
    const client = createStandIn({ rustDesk: 'click' });
    program.env['PATH'] = `${client.folder}:${program.env['PATH'] ?? ''}`;
    chooseRustDesk(program);
    await use(client);
    client.remove();
  },
});

const rustDesk = () => ({
  provider: 'rustdesk' as const,
  code: '',
  validUntil: new Date(Date.now() + 3_600_000).toISOString(),
});

withRustDesk('the same consent stands in front of RustDesk', async ({ office, client, assisted }) => {
  const { app, page, shell } = assisted;
  const foreign = office.requestAssistance(ask());
  await expect
    .poll(() => foreign.answer)
    .toMatchObject({ decision: 'unavailable', reason: 'provider-not-in-use' });

  const asked = office.requestAssistance(ask({ session: rustDesk() }));
  const window = await windowOf(app, 'request');
  expect(client.starts()).toEqual([]);
  await window.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => client.starts()).toEqual([[]]);
  const indicator = await windowOf(app, 'session');
  await expect.poll(() => office.view().status?.remoteAssistance.inSession).toBe(true);
  const [process = 0] = client.processes();
  await indicator.getByRole('button', { name: 'Stop remote assistance' }).click();
  await expect.poll(() => isRunning(process), { timeout: 2000, intervals: [20] }).toBe(false);
  await expect.poll(() => asked.end?.endedBy).toBe('customer');

  await shell.goTo('Remote Service');
  await page.getByRole('tab', { name: 'Remote assistance' }).click();
  await expect(page.getByRole('list', { name: 'Preconditions' })).toContainText('RustDesk');
});

base(
  'a client that others could have put there is not started, by path or by link',
  async ({ office, program }) => {
    const open = mkdtempSync(path.join(tmpdir(), 'rs-open-'));
    const links = mkdtempSync('/opt/rs-links-');
    chmodSync(links, 0o755);
    const fake = createStandIn({ folder: path.join(open, 'bin') });
    symlinkSync(fake.file, path.join(links, 'teamviewer'));
    program.env['PATH'] = `${fake.folder}:${links}:${program.env['PATH'] ?? ''}`;
    const { app, page, shell } = await openAssisted(program, office);
    const asked = office.requestAssistance(ask());
    await expect.poll(() => asked.answer).toMatchObject({ decision: 'not-permitted', reason: 'client' });
    await shell.goTo('Remote Service');
    await page.getByRole('tab', { name: 'Remote assistance' }).click();
    const list = page.getByRole('list', { name: 'Preconditions' });
    await expect(list).toContainText('TeamViewer: not used, because other users can change its folder');
    await list.getByRole('link', { name: 'Go to Check connection' }).click();
    await expect(page.getByRole('button', { name: 'Check connection' })).toBeFocused();
    expect(app.windows()).toHaveLength(1);
    expect(fake.starts()).toEqual([]);
    fake.remove();
    for (const folder of [open, links]) rmSync(folder, { recursive: true, force: true });
  },
);
