import { randomBytes } from 'node:crypto';
import type { BackOffice } from '../back-office/back-office';
import { today } from '../back-office/desks/dates';
import { accessibilityProblems } from './support/axe';
import { expect, test } from './support/fixtures';

const publish = (office: BackOffice, version: string, releasedOn: string, severity: 'normal' | 'security') =>
  office.publishRelease({
    ...{ version, releasedOn, backdatedTo: null, severity, platform: 'linux-x64' },
    ...{ fileName: 'remote-service.deb', notes: { en: `What is new in ${version}` } },
    content: randomBytes(200_000),
  });

test('an update is found, downloaded, checked and offered; nothing is installed without a yes', async ({
  office,
  connected: { page, shell },
}) => {
  office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil: today(400) });
  await shell.goTo('Software updates');
  const look = page.getByRole('button', { name: 'Check for updates' });
  await look.click();
  await expect(page.getByText('You have the newest version')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  publish(office, '1.1.0', today(-3), 'normal');
  await look.click();
  const offered = page.getByRole('region', { name: 'Version 1.1.0 is available' });
  await expect(offered.getByText('Downloaded and checked')).toBeVisible({ timeout: 20_000 });
  await offered.getByText('Release notes').click();
  await expect(offered.getByText('What is new in 1.1.0')).toBeVisible();
  await offered.getByRole('button', { name: 'Install now' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('The system may ask for an administrator');
  await question.getByRole('button', { name: 'Not now' }).click();
  await expect(question).toBeHidden();

  publish(office, '2.0.0', '2099-01-01', 'security');
  await look.click();
  const notCovered = page.getByRole('region', { name: 'Version 2.0.0 is not covered by your maintenance' });
  await expect(notCovered).toContainText('Security release');
  await expect(notCovered).toContainText(
    'This version needs maintenance on 1 January 2099. Your maintenance covers versions up to',
  );
  await expect(offered).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});
