import { formatDay } from '@shared/i18n/format';
import { today } from '../back-office/desks/dates';
import { expect, test } from './support/fixtures';
import { statusOf, untilInstalled } from './support/status';

const THREE_SECONDS = 3000;

test('a licence issued by the help desk is on the disk and on the open Overview page within three seconds', async ({
  office,
  program,
  connected: { page, shell },
}) => {
  await untilInstalled(program, office);
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  const start = Date.now();
  office.issueLicence({ kind: 'add-users', users: 217 });
  await Promise.all([
    untilInstalled(program, office, THREE_SECONDS),
    expect(page.getByRole('main')).toContainText('242', { timeout: THREE_SECONDS }),
  ]);
  expect(Date.now() - start).toBeLessThan(THREE_SECONDS);
  expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);

  const status = await statusOf(program);
  expect(status.connection.state).toBe('connected');
  expect(status.licence).toMatchObject({ serialNumber: office.serialNumber, sequence: 2, users: 242 });
  expect(status.licenceServers).toMatchObject([{ name: 'Main server', state: 'up-to-date', sequence: 2 }]);

  await shell.goTo('Activity');
  await expect(page.getByRole('main')).toContainText('Licence installed');
  await expect.poll(() => office.view().lastReport, { message: 'the back office is told' }).not.toBeNull();
});

test('an open Licence page shows a maintenance period that was extended, without a reload', async ({
  office,
  program,
  connected: { page, shell },
}) => {
  await untilInstalled(program, office);
  await shell.goTo('Licence');
  const maintenanceUntil = today(517);
  office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil });
  await expect(page.getByRole('main')).toContainText(formatDay(maintenanceUntil, 'en-GB'), {
    timeout: THREE_SECONDS,
  });
  office.issueLicence({ kind: 'add-feature', name: 'Colour books', quantity: 3 });
  await expect(page.getByRole('main')).toContainText('Colour books', { timeout: THREE_SECONDS });
});

test('the desktop is told what changed, and a click leads to the licence', async ({
  office,
  program,
  desktop,
  connected: { shell },
}) => {
  await untilInstalled(program, office);
  office.issueLicence({ kind: 'add-users', users: 25 });
  const words = () => desktop.notifications.map(({ summary, body }) => `${summary} | ${body}`);
  await expect.poll(words).toContainEqual(expect.stringContaining('Users: 25 → 50'));
  const { id, summary } = desktop.notifications.at(-1) ?? { id: 0, summary: '' };
  expect(summary).toBe('New licence installed: Users added');
  desktop.click(id);
  await expect(shell.heading).toHaveText('Licence');
  // Told once: shown means forgotten, also by the service.
  await expect.poll(async () => (await statusOf(program)).announcements).toEqual([]);
});
