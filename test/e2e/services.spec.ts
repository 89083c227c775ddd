import type { Page } from '@playwright/test';
import { accessibilityProblems } from './support/axe';
import { expect, test } from './support/fixtures';
import { servicesOf } from '../support/processes/processes';

const controls = (page: Page) => {
  const card = page.getByRole('region', { name: 'Print ORS Service' });
  return {
    state: card.getByRole('status', { name: 'State' }),
    start: card.getByRole('button', { name: 'Start', exact: true }),
    stop: card.getByRole('button', { name: 'Stop', exact: true }),
    restart: card.getByRole('button', { name: 'Restart', exact: true }),
    question: page.getByRole('alertdialog'),
  };
};

test('the service is stopped, stays stopped, and is started and restarted from its page', async ({
  program,
  connected: { page, shell },
}) => {
  await shell.goTo('Services');
  const { state, start, stop, restart, question } = controls(page);
  await expect(state).toHaveText('Running');
  const [first] = servicesOf(program.base);

  await stop.click();
  await expect(question).toContainText('Remote assistance ends. Licences are not updated');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Stop' }).click();
  await expect(state).toHaveText('Stopped', { timeout: 20_000 });
  await expect(shell.connectionStatus).toHaveText('Service not running');
  expect(servicesOf(program.base)).toEqual([]);
  // Longer than the app waits before it starts a service again that ended by itself.
  await page.waitForFunction((since) => Date.now() - since > 3000, await page.evaluate(() => Date.now()));
  expect(servicesOf(program.base)).toEqual([]);
  expect(await accessibilityProblems(page)).toEqual([]);

  await start.click();
  await expect(state).toHaveText('Running', { timeout: 20_000 });
  await expect(shell.connectionStatus).toHaveText('Connected', { timeout: 20_000 });

  await restart.click();
  await question.getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('Print ORS Service has restarted.')).toBeVisible({ timeout: 30_000 });
  await expect(shell.connectionStatus).toHaveText('Connected', { timeout: 20_000 });
  const services = servicesOf(program.base);
  expect(services).toHaveLength(1);
  expect(services).not.toContain(first);

  await shell.goTo('Activity');
  await expect(shell.text('Start, stop or restart requested')).toBeVisible();
});

test('what the command line does is seen on the page, and the overview offers to start it', async ({
  program,
  connected: { page, shell },
}) => {
  await shell.goTo('Services');
  const { state } = controls(page);
  await expect(state).toHaveText('Running');
  expect((await program.cli(['service', 'stop', '--json'])).code).toBe(0);
  await expect(state).toHaveText('Stopped', { timeout: 2000 });
  expect((await program.cli(['service', 'status'])).code).toBe(20);
  await shell.goTo('Overview');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(shell.connectionStatus).toHaveText('Connected', { timeout: 20_000 });
  expect((await program.cli(['service', 'restart', '--json'])).code).toBe(0);
  await expect(shell.connectionStatus).toHaveText('Connected', { timeout: 20_000 });
});
