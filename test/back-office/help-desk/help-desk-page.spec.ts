import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office';
import { today } from '../desks/dates';
import { callBackOffice, registerInstallation, statusOf } from '../test-caller';

const CHROMIUM = '/usr/bin/chromium';
const AXE = path.resolve(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js');

let browser: Browser;
let backOffice: BackOffice;
let page: Page;
let complaints: string[];

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
  const opened = await context.newPage();
  opened.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.goto(backOffice.helpDeskUrl);
  return opened;
}

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `The help-desk page is tested in ${CHROMIUM}, which is missing: apt-get install chromium`,
    );
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: CHROMIUM, args });
});
afterAll(() => browser.close());

beforeEach(async () => {
  complaints = [];
  backOffice = await startBackOffice();
  page = await openPage();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await backOffice.close();
});

const region = (name: string) => page.getByRole('region', { name });
const message = (shown = page) => shown.getByRole('status');

async function findBySerialNumber(shown = page, serialNumber = backOffice.serialNumber): Promise<void> {
  await shown.getByLabel('Serial number').fill(serialNumber);
  await shown.getByRole('button', { name: 'Find by serial number' }).click();
}

async function sendStatus(registration: Record<string, unknown> = {}): Promise<string> {
  const { installationId, token } = await registerInstallation(backOffice, registration);
  const status = { method: 'PUT', token, body: statusOf() };
  await callBackOffice(backOffice, `/installations/${installationId}/status`, status);
  return token;
}

const eventually = (read: () => Promise<string | null>) => expect.poll(read, { timeout: 10_000 });

describe('finding an installation', () => {
  it('works by serial number', async () => {
    await findBySerialNumber();
    await eventually(() => message().textContent()).toBe('Installation found.');
    expect(await page.getByRole('heading', { level: 2, name: 'PD-0042-7781' }).textContent()).toBe(
      'PD-0042-7781 · Druckhaus Beispiel',
    );
    expect(complaints).toEqual([]);
  });

  it('works by organisation ID and verification code', async () => {
    await registerInstallation(backOffice);
    await page.getByLabel('Service organisation ID').fill(backOffice.organisation.id);
    await page.getByLabel('Verification code').fill(backOffice.organisation.verificationCode);
    await page.getByRole('button', { name: 'Find by organisation' }).click();
    await eventually(() => region('Connection').textContent()).toContain('Druckhaus Service GmbH (SO-2001)');
  });

  it('says in words what is wrong', async () => {
    await findBySerialNumber(page, 'PD-9');
    await eventually(() => message().textContent()).toContain('No installation with this serial number');
    await page.getByLabel('Service organisation ID').fill(backOffice.organisation.id);
    await page.getByLabel('Verification code').fill('WRONG');
    await page.getByRole('button', { name: 'Find by organisation' }).click();
    await eventually(() => message().textContent()).toContain('The verification code does not belong');
  });
});

describe('the live status', () => {
  it('shows what the installation reports without a reload', async () => {
    await findBySerialNumber();
    await eventually(() => region('Connection').textContent()).toContain('Never registered');
    const token = await sendStatus();
    await eventually(() => page.getByText('Connected', { exact: true }).textContent()).toBe('Connected');
    await eventually(() => region('Licence servers').textContent()).toContain(
      'Printroom NorthRemoteFailingThe shared folder cannot be reached',
    );
    const [licence] = backOffice.licences();
    const { installationId } = backOffice.view().installation ?? {};
    await callBackOffice(backOffice, `/installations/${installationId ?? ''}/licence-reports`, {
      method: 'POST',
      token,
      body: {
        licenceId: licence?.licenceId,
        sequence: 1,
        verdict: 'accepted',
        results: [{ licenceServerId: 'main', name: 'Main server', outcome: 'installed' }],
      },
    });
    await eventually(() => region('Last licence report').textContent()).toContain('Main serverInstalled');
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=window.__p=1>';
    const { installationId, token } = await registerInstallation(backOffice);
    await callBackOffice(backOffice, `/installations/${installationId}/status`, {
      method: 'PUT',
      token,
      body: statusOf({
        licenceServers: [
          { licenceServerId: 'x', name: hostile, kind: 'local', state: 'failing', reason: hostile },
        ],
      }),
    });
    await findBySerialNumber();
    await eventually(() => region('Licence servers').textContent()).toContain(hostile);
    expect(await page.evaluate(() => '__p' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('issuing a licence', () => {
  const newest = () => backOffice.licences().at(-1)?.claims;

  it('extends maintenance', async () => {
    await findBySerialNumber();
    await page.getByLabel('Maintenance until').fill('2031-06-30');
    await page.getByRole('button', { name: 'Extend maintenance' }).click();
    await eventually(() => message().textContent()).toBe(
      'Licence number 2 issued: maintenance until 30 June 2031.',
    );
    expect(newest()).toMatchObject({ maintenanceUntil: '2031-06-30', reason: 'maintenance-extended' });
    await eventually(() => region('Licence').first().textContent()).toContain('30 June 2031');
    await page.getByRole('button', { name: 'Extend maintenance' }).click();
    await eventually(() => message().textContent()).toContain('Choose a later one');
  });

  it('adds a feature', async () => {
    await findBySerialNumber();
    await page.getByLabel('Feature name').fill('Variable data');
    await page.getByLabel('Quantity').fill('3');
    await page.getByRole('button', { name: 'Add feature' }).click();
    await eventually(() => message().textContent()).toContain('Variable data');
    expect(newest()?.features.at(-1)).toMatchObject({ id: 'variable_data', quantity: 3 });
  });

  it('adds users', async () => {
    await findBySerialNumber();
    await page.getByLabel('Additional users').fill('25');
    await page.getByRole('button', { name: 'Add users' }).click();
    await eventually(() => message().textContent()).toBe('Licence number 2 issued: 50 users.');
    expect(newest()).toMatchObject({ users: 50, reason: 'users-added' });
  });

  it('replaces the licence', async () => {
    await findBySerialNumber();
    await page.getByLabel('Licence expires on').fill('2032-01-31');
    await page.getByRole('button', { name: 'Replace licence' }).click();
    await eventually(() => message().textContent()).toContain('expires on 31 January 2032');
    expect(newest()).toMatchObject({ expiresOn: '2032-01-31', reason: 'replacement' });
  });
});

describe('asking for remote assistance', () => {
  const HOSTILE = '<img src=x onerror=window.__p=1>';
  const requests = () => region('Remote assistance').getByRole('listitem');
  const answerWith = (token: string, requestId: string, body: object) =>
    callBackOffice(backOffice, `/assistance/${requestId}/answer`, { method: 'POST', token, body });
  const at = () => new Date().toISOString();

  const ask = async (technician = 'Ada Lovelace') => {
    await page.getByLabel('Technician').fill(technician);
    await page.getByLabel('Ticket').fill('T-4711');
    await page.getByLabel('Reason').fill(`Colours ${HOSTILE}`);
    await page.getByLabel('Session code').fill('s12-345-678');
    await page.getByRole('button', { name: 'Request assistance' }).click();
  };
  const newest = async (token: string) => {
    const { installationId } = backOffice.view().installation ?? {};
    const answer = await callBackOffice(backOffice, `/installations/${installationId ?? ''}/events?wait=0`, {
      token,
    });
    const { events } = answer.json() as { events: { requestId: string }[] };
    return events.at(-1) ?? { requestId: '' };
  };

  it('sends the request with ticket, reason and the link that belongs to the code', async () => {
    const token = await sendStatus();
    await findBySerialNumber();
    await ask();
    await eventually(() => message().textContent()).toBe('The customer is being asked.');
    const event = await newest(token);
    expect(event).toMatchObject({
      type: 'assistance-requested',
      technician: { name: 'Ada Lovelace', organisation: 'Druckhaus Service GmbH' },
      ...{ ticket: 'T-4711', reason: `Colours ${HOSTILE}`, access: 'view' },
      session: {
        provider: 'teamviewer',
        code: 's12-345-678',
        endCustomerLink: 'https://get.teamviewer.com/v15/s12345678',
      },
    });
    await eventually(() => requests().first().textContent()).toContain('Waiting for the customer');
    await answerWith(token, event.requestId, { decision: 'denied', at: at(), answeredBy: HOSTILE });
    await eventually(() => requests().first().textContent()).toContain('Denied by the customer');
    expect(await requests().first().textContent()).toContain(`Answered by ${HOSTILE}`);
    expect(await page.evaluate(() => '__p' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('withdraws a request, and says why one was not put before anybody', async () => {
    const token = await sendStatus();
    await findBySerialNumber();
    await ask();
    await page.getByRole('button', { name: 'Withdraw request' }).click();
    await eventually(() => requests().first().textContent()).toContain('Withdrawn');
    expect(await newest(token)).toMatchObject({ type: 'assistance-withdrawn' });
    await ask();
    await eventually(() => requests().first().textContent()).toContain('Waiting for the customer');
    const { requestId } = await newest(token);
    await answerWith(token, requestId, { decision: 'unavailable', at: at(), reason: 'no-screen' });
    await eventually(() => requests().first().textContent()).toContain(
      'Nobody available: No screen was available, or the screen was locked',
    );
  });

  it('asks for a session with RustDesk without code and link', async () => {
    const token = await sendStatus();
    await findBySerialNumber();
    await page.getByLabel('Technician').fill('Ada');
    await page.getByLabel('Ticket').fill('T-1');
    await page.getByLabel('Reason').fill('Colours');
    await page.getByLabel('Program').selectOption('RustDesk');
    await page.getByRole('button', { name: 'Request assistance' }).click();
    await eventually(() => message().textContent()).toBe('The customer is being asked.');
    expect(await newest(token)).toMatchObject({ session: { provider: 'rustdesk', code: '' } });
  });

  it('says that nobody can be asked before the installation has registered', async () => {
    await findBySerialNumber();
    await ask();
    await eventually(() => message().textContent()).toContain('has never registered');
  });
});

describe('access', () => {
  it.each(['light', 'dark'] as const)('axe finds nothing in the %s scheme', async (colorScheme) => {
    await sendStatus();
    backOffice.requestAssistance({
      technician: { name: 'Ada Lovelace', organisation: 'Druckhaus Service GmbH' },
      ...{ ticket: 'T-1', reason: 'Colours are wrong', access: 'view' },
      session: { provider: 'rustdesk', code: '', validUntil: new Date().toISOString() },
    });
    const probed = await openPage({ bypassCSP: true, colorScheme });
    await findBySerialNumber(probed);
    await eventually(() => probed.getByRole('region', { name: 'Licence servers' }).textContent()).toContain(
      'Main server',
    );
    await probed.evaluate(await readFile(AXE, 'utf8'));
    const violations = await probed.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    expect(violations).toEqual([]);
  });

  it.each([
    ['without the header of the page', { origin: undefined, 'x-help-desk': undefined }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from another site without an origin', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
    ['under another host name', { host: 'evil.example' }],
  ])('refuses to issue %s', async (_name, changes) => {
    const headers = { origin: backOffice.address, 'x-help-desk': '1', ...changes };
    const given = Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const answer = await callBackOffice(backOffice, '/help-desk/api/installations/PD-0042-7781/licences', {
      method: 'POST',
      body: { kind: 'extend-maintenance', maintenanceUntil: today(900) },
      headers: Object.fromEntries(given),
    });
    expect(answer.status).toBe(403);
    expect(backOffice.licences()).toHaveLength(1);
  });
});

describe('answering a licence request', () => {
  const choose = async (content: string) => {
    const file = { name: 'licence-request.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await page.getByLabel('Licence request').setInputFiles(file);
    await page.getByRole('button', { name: 'Answer request' }).click();
  };

  it('gives back the newest package as a file', async () => {
    const { serialNumber } = backOffice;
    const request = {
      ...{
        document: 'licence-request',
        formatVersion: 1,
        product: 'PRISMAdirect',
        serialNumber,
        sequence: 0,
      },
      nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
    };
    await choose(JSON.stringify(request));
    await eventually(() => message().textContent()).toBe(
      'Request AAAAAAAAAAAAAAAAAAAAAA is answered with licence number 1.',
    );
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `Save licence package 1 for ${serialNumber}` }).click();
    const saved = await (await download).path();
    expect(await readFile(saved, 'utf8')).toBe(backOffice.licences()[0]?.package);
    expect(complaints).toEqual([]);
  });

  it('says of another file that it is no request', async () => {
    await choose('SERVER a b');
    await eventually(() => message().textContent()).toBe('This is no licence request.');
  });
});

it('has the short numbers of the controls on the customer’s page, in the language of the customer', async () => {
  const values = page.getByRole('table', { name: 'Controls by number' });
  const row = (number: number) => values.getByRole('row', { name: new RegExp(`^${number} `) });
  await eventually(() => row(14).textContent()).toBe(
    '14Check connectionCheck connectionRemote Service > General settings',
  );
  await page.getByLabel('Language of the customer').selectOption('it');
  await eventually(() => row(14).textContent()).toContain('14Verifica connessioneCheck connection');
  expect(await row(45).textContent()).toContain('Services');
  await sendStatus({ locale: 'de-AT' });
  await findBySerialNumber();
  await eventually(() => row(4).textContent()).toContain('PD-0042-7781');
  await eventually(() => row(14).textContent()).toContain('Verbindung prüfen');
  await eventually(() => row(2).textContent()).toContain(backOffice.organisation.id);
  await eventually(() => row(3).textContent()).toContain('Set (never shown)');
  expect(await values.textContent()).not.toContain(backOffice.organisation.verificationCode);
  expect(complaints).toEqual([]);
});
