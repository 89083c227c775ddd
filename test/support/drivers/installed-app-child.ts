import { execFileSync } from 'node:child_process';
import { _electron, type Locator, type Page } from '@playwright/test';

/** Started inside the box, as an account with a display: uses the Services page and prints what it saw as JSON. */
const [task = ''] = process.argv.slice(2);

/** Somebody else's doing, behind the back of the page. */
const systemctl = (verb: string) =>
  execFileSync('/usr/bin/systemctl', ['--no-ask-password', verb, 'remote-service.service']);

const textOf = async (locator: Locator) => (await locator.textContent())?.trim() ?? '';

const until = async (locator: Locator, wanted: string): Promise<number> => {
  const from = performance.now();
  await locator.filter({ hasText: wanted }).waitFor({ timeout: 60_000 });
  return performance.now() - from;
};

const useAsOperator = async (page: Page) => {
  const card = page.getByRole('region', { name: 'Print ORS Service' });
  const state = card.getByRole('status', { name: 'State' });
  const press = async (name: string) => {
    await card.getByRole('button', { name, exact: true }).click();
    const question = page.getByRole('alertdialog');
    if (name !== 'Start') await question.getByRole('button', { name, exact: true }).click();
  };
  await until(state, 'Running');
  const atFirst = await textOf(card);
  await press('Stop');
  await until(state, 'Stopped');
  await press('Start');
  await until(state, 'Running');
  await press('Restart');
  await page.getByText('has restarted').waitFor({ timeout: 60_000 });
  const follows: number[] = [];
  systemctl('stop');
  follows.push(await until(state, 'Stopped'));
  systemctl('start');
  follows.push(await until(state, 'Running'));
  return { follows, atFirst, card: await textOf(card) };
};

/** Waits for the words, so that a page that never says them fails with what it says. */
const useAsOutsider = async (page: Page) => {
  const main = page.getByRole('main');
  await main.getByText('remote-service-operators').first().waitFor({ timeout: 60_000 });
  const overview = await textOf(main);
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  const card = page.getByRole('region', { name: 'Print ORS Service' });
  await until(card.getByRole('status', { name: 'State' }), 'Running');
  await card.getByRole('button', { name: 'Restart', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restart', exact: true }).click();
  const question = await textOf(page.getByRole('alertdialog').getByText('You need administrator rights'));
  await page.getByRole('alertdialog').getByRole('button', { name: 'Continue' }).click();
  await page.getByText('The system did not give permission').waitFor({ timeout: 60_000 });
  return { overview, services: await textOf(main), question };
};

const app = await _electron.launch({
  executablePath: '/opt/runtime/electron',
  args: ['--no-sandbox', '/opt/program'],
  env: process.env as Record<string, string>,
});
const page = await app.firstWindow();
await page.getByRole('heading', { level: 1 }).waitFor();
if (task === 'operator') {
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  process.stdout.write(JSON.stringify(await useAsOperator(page)));
} else {
  process.stdout.write(JSON.stringify(await useAsOutsider(page)));
}
await app.close();
process.exit();
