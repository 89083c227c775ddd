import { chromium, type Browser, type Page } from '@playwright/test';
import { isRunning } from '../../support/processes/processes';
import { LINK, test as base, windowOf } from '../support/assistance';
import { expect } from '../support/fixtures';

/** The help desk's own page in a browser of its own. */
const test = base.extend<{ helpDesk: Page }>({
  helpDesk: async ({ office }, use) => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(office.helpDeskUrl);
    await use(page);
    await browser.close();
  },
});

const find = async (page: Page, serialNumber: string) => {
  await page.getByLabel('Serial number').fill(serialNumber);
  await page.getByRole('button', { name: 'Find by serial number' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
};

const request = async (page: Page, ticket = 'T-4711') => {
  await page.getByLabel('Technician').fill('Ada Lovelace');
  await page.getByLabel('Ticket').fill(ticket);
  await page.getByLabel('Reason').fill('Colours are wrong');
  await page.getByLabel('Session code').fill('s12-345-678');
  await page.getByRole('button', { name: 'Request assistance' }).click();
};

const newest = (page: Page) =>
  page.getByRole('region', { name: 'Remote assistance' }).getByRole('listitem').first();

test('the help desk asks on its page, sees the session, and sees the customer end it', async ({
  office,
  client,
  assisted: { app },
  helpDesk,
}) => {
  await find(helpDesk, office.serialNumber);
  await request(helpDesk);
  await expect(newest(helpDesk)).toContainText('Waiting for the customer');

  const window = await windowOf(app, 'request');
  const dialog = window.getByRole('alertdialog', { name: 'Remote assistance request' });
  for (const text of ['Ada Lovelace', 'Druckhaus Service GmbH', 'T-4711', 'Colours are wrong', 'View only']) {
    await expect(dialog.getByText(text, { exact: true })).toBeVisible();
  }
  await dialog.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => client.starts()).toEqual([[LINK]]);
  await expect(newest(helpDesk)).toContainText('In session');
  await helpDesk.screenshot({ path: test.info().outputPath('help-desk.png'), fullPage: true });

  const indicator = await windowOf(app, 'session');
  await indicator.screenshot({ path: test.info().outputPath('indicator.png') });
  const [process = 0] = client.processes();
  await indicator.getByRole('button', { name: 'Stop remote assistance' }).click();
  await expect.poll(() => isRunning(process), { timeout: 2000, intervals: [20] }).toBe(false);
  await expect(newest(helpDesk)).toContainText('Ended by the customer');

  // The next one is ended from the other side.
  await request(helpDesk, 'T-4712');
  const second = await windowOf(app, 'request');
  await second.getByRole('button', { name: 'Allow' }).click();
  await expect(newest(helpDesk)).toContainText('In session');
  const [, next = 0] = client.processes();
  await helpDesk.getByRole('button', { name: 'End session' }).click();
  await expect.poll(() => isRunning(next)).toBe(false);
  await expect(newest(helpDesk)).toContainText('Ended by the technician');
  expect(client.starts()).toEqual([[LINK], [LINK]]);
});

test('a request that the help desk takes back closes its window', async ({
  office,
  client,
  assisted: { app },
  helpDesk,
}) => {
  await find(helpDesk, office.serialNumber);
  await request(helpDesk);
  const window = await windowOf(app, 'request');
  const closed = window.waitForEvent('close');
  await helpDesk.getByRole('button', { name: 'Withdraw request' }).click();
  await closed;
  await expect(newest(helpDesk)).toContainText('Withdrawn');
  expect(client.starts()).toEqual([]);
});

test('a session is stopped while the back office is away, which hears of it when it is back', async ({
  office,
  client,
  assisted: { app },
  helpDesk,
}) => {
  await find(helpDesk, office.serialNumber);
  await request(helpDesk);
  await (await windowOf(app, 'request')).getByRole('button', { name: 'Allow' }).click();
  const indicator = await windowOf(app, 'session');
  await expect.poll(() => client.starts()).toEqual([[LINK]]);
  await expect(newest(helpDesk)).toContainText('In session');
  const [process = 0] = client.processes();

  await office.goAway();
  await indicator.getByRole('button', { name: 'Stop remote assistance' }).click();
  await expect.poll(() => isRunning(process), { timeout: 2000, intervals: [20] }).toBe(false);
  await expect.poll(() => app.windows().length).toBe(1);

  await office.comeBack();
  await find(helpDesk, office.serialNumber);
  await expect(newest(helpDesk)).toContainText('Ended by the customer', { timeout: 45_000 });
});
