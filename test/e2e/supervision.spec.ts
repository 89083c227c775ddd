import { kill, processesOf, servicesOf } from '../support/processes/processes';
import { configure } from '../support/program';
import { openApp, expect, test } from './support/fixtures';
import { statusOf } from './support/status';

test('a service that was killed is shown as not running and comes back by itself', async ({
  program,
  connected: { shell },
}) => {
  const [first, ...others] = servicesOf(program.base);
  expect(others).toEqual([]);
  kill(first);
  await expect(shell.connectionStatus).toHaveText('Service not running');
  await expect(shell.connectionStatus).toHaveText('Connected', { timeout: 20_000 });
  expect(servicesOf(program.base)).not.toContain(first);
});

test('a service whose app was killed ends within five seconds', async ({ program, connected: { app } }) => {
  expect(servicesOf(program.base)).toHaveLength(1);
  kill(app.process().pid);
  await expect.poll(() => processesOf(program.base), { timeout: 5000 }).toEqual([]);
});

test('a clean quit stops the service', async ({ program, connected: { app } }) => {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ app: electron }) => electron.quit());
  expect(await ended).toBe(0);
  await expect.poll(() => processesOf(program.base), { timeout: 5000 }).toEqual([]);
  expect((await program.cli(['status', '--json'])).code).toBe(20);
});

test('a page whose process is killed is drawn anew, and one that does not stay up is told of once', async ({
  connected: { app },
}) => {
  // A page that goes while it is asked never answers.
  const title = () =>
    app.evaluate(({ BrowserWindow }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "document.querySelector('h1')?.textContent ?? ''",
        ) as Promise<string>,
        new Promise<string>((resolve) => setTimeout(() => resolve(''), 500)),
      ]),
    );
  const crash = () =>
    app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('render-process-gone', () => resolve());
          contents?.forcefullyCrashRenderer();
        }),
    );
  await app.evaluate(({ dialog }) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    dialog.showMessageBox = (...args: unknown[]) => {
      said.push((args[1] as { message: string }).message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  for (let time = 1; time <= 4; time += 1) {
    await crash();
    await expect.poll(title).toBe('Overview');
  }
  expect(await app.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
    'The window stopped working several times.',
  ]);
});

test('a second start brings the first window to the front and ends', async ({
  program,
  connected: { app },
}) => {
  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(isVisible).toEqual([false]);
  const second = await program.startApp();
  const ended = new Promise((resolve) => second.once('exit', resolve));
  await expect.poll(isVisible).toEqual([true]);
  expect(await ended).toBe(0);
  expect(servicesOf(program.base)).toHaveLength(1);
});

test('a service that already runs is used, not doubled, and outlives the app', async ({
  office,
  program,
}) => {
  await configure(program, office);
  const service = await program.startService();
  await expect.poll(async () => (await statusOf(program)).connection.state).toBe('connected');
  const { app, shell } = await openApp(program);
  await expect(shell.connectionStatus).toHaveText('Connected');
  expect(servicesOf(program.base)).toEqual([service.pid]);
  await app.close();
  expect(servicesOf(program.base)).toEqual([service.pid]);
});
