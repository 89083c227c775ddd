import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allProcesses, commandLineOf, environmentOf } from '../support/processes/processes';
import { expect, test } from './support/fixtures';
import { RemoteServicePage } from './pages/remote-service-page';
import { untilInstalled } from './support/status';

const CODE = 'CANARY-4f1c9e-code';
const TOKEN = 'CANARY-81d27b-token-that-nobody-else-has-seen';

test.use({
  officeOptions: {
    organisations: [{ id: 'SO-2001', verificationCode: CODE, name: 'Druckhaus Service GmbH' }],
    token: TOKEN,
  },
});

const holdsSecret = (content: string | Buffer) => [CODE, TOKEN].some((secret) => content.includes(secret));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

test('verification code and token stand in no file, log, command line, environment or page', async ({
  office,
  program,
  open,
}) => {
  const inProcesses: string[] = [];
  const sampler = setInterval(() => {
    for (const pid of allProcesses()) {
      const seen = `${commandLineOf(pid).join(' ')} ${environmentOf(pid)}`;
      if (holdsSecret(seen)) inProcesses.push(seen);
    }
  }, 20);
  const opened = await open();
  const form = new RemoteServicePage(opened.page);
  await program.set('remoteService.serviceOrganisationId', 'SO-2001');
  await program.set('licenceServers', [{ name: 'Main server', kind: 'local', path: program.licences }]);
  await program.set('remoteService.enabled', true);
  await opened.shell.goTo('Remote Service');
  await form.verificationCode.fill(CODE);
  await form.save.click();
  await expect(opened.shell.connectionStatus).toHaveText('Connected');
  await untilInstalled(program, office);
  clearInterval(sampler);
  expect(inProcesses).toEqual([]);

  await opened.page.reload();
  await opened.shell.goTo('Remote Service');
  await expect(form.verificationCode).toHaveValue('');
  expect(holdsSecret(await opened.page.content())).toBe(false);
  const stored = await opened.page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(holdsSecret(stored)).toBe(false);

  const files = filesBelow(program.home);
  expect(files.some((file) => file.endsWith('service.log'))).toBe(true);
  expect(files.filter((file) => holdsSecret(readFileSync(file)))).toEqual([]);
});
