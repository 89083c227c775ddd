import { AppError } from '@shared/errors/app-error';
import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import {
  licenceServerFixture,
  settingsFixture,
  settingsStateFixture,
  snapshotFixture,
  summaryFixture,
} from '@renderer/bridge/status.fixture';
import { openPage, type PageWorld } from '../page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './OverviewPage.vue';

enableAutoUnmount(afterEach);

const open = (world: Partial<PageWorld> = {}) => openPage({ path: '/', ...world });
const failed = {
  state: 'failed' as const,
  reason: 'verification-code-wrong' as const,
  since: '2026-03-02T09:00:00.000Z',
  nextTry: '2026-03-02T09:05:00.000Z',
  missing: [],
};

it('begins with three steps, the first of which leads to its field', async () => {
  const { link, page } = await open({
    settings: settingsStateFixture('1', {
      remoteService: { enabled: false, serviceOrganisationId: '', verificationCode: { isSet: false } },
      licenceServers: [],
    }),
    status: {
      connection: { state: 'not-configured', reason: null, since: null, nextTry: null, missing: [] },
      organisation: null,
      licence: null,
      lastSignedProof: null,
      licenceServers: [],
      serialNumber: { value: null, readFrom: null },
    },
  });
  expect(page.findAll('ol.steps > li')).toHaveLength(3);
  expect(page.get('[aria-current=step]').text()).toContain('Enter the service organisation ID');
  expect(link('Enter ID and code').getAttribute('href')).toContain(
    'field=remoteService.serviceOrganisationId',
  );
});

it('shows a new licence without a reload, and what it changed', async () => {
  const { button, emitStatus, press, text } = await open({
    handlers: { announcements: { acknowledge: () => Promise.resolve() } },
  });
  expect(text()).toContain('Licence expiry date31 December 2027');
  await emitStatus(2, {
    licence: { ...summaryFixture, users: 75, expiresOn: '2028-12-31' },
    announcements: [
      {
        id: '3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a10',
        at: '2026-03-02T09:00:00.000Z',
        kind: 'licence-installed',
        sequence: 8,
        difference: { isFirst: false, reason: 'users-added', changes: [{ kind: 'users', from: 50, to: 75 }] },
      },
    ],
  });
  expect(text()).toContain('31 December 2028');
  expect(text()).toContain('New licence installed: Users added');
  expect(text()).toContain('Users: 50 → 75');
  await press(button('OK'));
  expect(text()).not.toContain('Users: 50 → 75');
});

it('puts several announcements in one banner, and all of them away with one button', async () => {
  const { app, button, emitStatus, press, text } = await open({
    handlers: { announcements: { acknowledge: () => Promise.resolve() } },
  });
  const change = (users: number) => ({
    at: '2026-03-02T09:00:00.000Z',
    kind: 'licence-installed' as const,
    sequence: users,
    difference: {
      ...{ isFirst: false, reason: 'users-added' as const },
      changes: [{ kind: 'users' as const, from: 50, to: users }],
    },
  });
  const ids = ['3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a10', '3f2b8c1e-8f0e-4c57-9d53-0c1f4f2f7a11'] as const;
  await emitStatus(2, {
    announcements: [
      { id: ids[0], ...change(75) },
      { id: ids[1], ...change(80) },
    ],
  });
  expect(text()).toContain('2 messages about your licence');
  expect(text()).toMatch(/Users: 50 → 80.*Users: 50 → 75/);
  await press(button('OK'));
  expect(app.argumentsOf('announcements.acknowledge')).toEqual([{ ids: [ids[1], ids[0]] }]);
  expect(text()).not.toContain('messages about');
});

it('says the reason of a failure, the next step and, under Details, the code', async () => {
  const { app, button, page, press, text } = await open({
    status: { connection: failed },
    handlers: { connection: { tryNow: () => Promise.resolve() } },
  });
  expect(text()).toContain('does not accept the verification code.');
  expect(text()).toContain('Ask the help desk for the current code');
  expect(page.get('details').text()).toContain('verification-code-wrong');
  await press(button('Try again'));
  expect(app.argumentsOf('connection.tryNow')).toHaveLength(1);
});

it('fills the sentence from the values of the reason, and never shows a gap', async () => {
  const connection = { ...failed, reason: 'certificate-untrusted' as const };
  const { emitStatus, text } = await open({ status: { connection } });
  expect(text()).toContain('(issuer: unknown)');
  await emitStatus(2, { connection: { ...connection, params: { issuer: 'Proxy CA' } } });
  expect(text()).toContain('(issuer: Proxy CA)');
});

const authority = {
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  description: {
    subject: 'Example Inspection Root',
    issuer: 'Example Inspection Root',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2036-01-01T00:00:00.000Z',
    sha256: 'ab12'.repeat(16),
  },
};

it('trusts the certificate of the organisation once a person has compared it', async () => {
  const untrusted = {
    ...failed,
    reason: 'certificate-untrusted' as const,
    params: { issuer: 'Example Inspection Root' },
  };
  const { app, button, emitStatus, press, text } = await open({
    status: { connection: untrusted },
    handlers: {
      settings: {
        save: ({ draft }) =>
          Promise.resolve({
            saved: true,
            state: settingsStateFixture('2', { certificates: draft.certificates }),
          }),
      },
    },
  });
  const offer = "Trust this organisation's certificate";
  expect(text()).not.toContain(offer);
  await emitStatus(2, { connection: { ...untrusted, authority } });
  await press(button(offer));
  expect(text()).toContain('Issued toExample Inspection Root');
  expect(text()).toContain('1 Jan 2026, 00:00 UTC to 1 Jan 2036');
  expect(text()).toContain(Array.from({ length: 16 }, () => 'AB:12').join(':'));
  expect(document.activeElement?.textContent).toContain('Cancel');
  // A retry that begins now takes the offer away, not the question.
  await emitStatus(3, { connection: { ...untrusted, state: 'connecting', reason: null } });
  await press(button('Fingerprints match: trust certificate'));
  expect(app.argumentsOf('settings.save')).toMatchObject([
    { revision: '1', draft: { certificates: [authority.pem] } },
  ]);
  expect(text()).not.toContain('Fingerprint');
});

it('says why a certificate could not be trusted, and adds nothing where the answer is no', async () => {
  const save = vi.fn(() =>
    Promise.resolve({
      saved: false as const,
      problems: [
        { path: 'certificates.0', code: 'certificate-out-of-date' as const, params: { name: 'Example' } },
      ],
    }),
  );
  const connection = { ...failed, reason: 'certificate-untrusted' as const, authority };
  const { button, press, text } = await open({
    status: { connection },
    handlers: { settings: { save } },
  });
  await press(button("Trust this organisation's certificate"));
  await press(button('Cancel'));
  expect(save).not.toHaveBeenCalled();
  await press(button("Trust this organisation's certificate"));
  await press(button('Fingerprints match: trust certificate'));
  expect(text()).toContain('The certificate Example has expired or is not valid yet.');
});

it('offers another try for a licence server that could not be updated', async () => {
  const tryAgain = vi.fn(() => Promise.resolve());
  const { button, press } = await open({
    status: { licenceServers: [licenceServerFixture({ state: 'failing', reason: 'access-denied' })] },
    handlers: { licence: { tryAgain } },
  });
  await press(button('Try again for Main server'));
  expect(tryAgain).toHaveBeenCalledExactlyOnceWith({ licenceServerId: 'main' });
});

it('says that nothing is known while the service does not run', async () => {
  const { text } = await open({
    status: {
      connection: { state: 'service-stopped', reason: null, since: null, nextTry: null, missing: [] },
      service: { state: 'stopped', version: '1.0.0', account: null, mode: 'embedded', keychain: null },
      licence: null,
    },
  });
  expect(text()).toContain('Print ORS Service is not running');
  expect(text()).not.toContain('There is no licence yet');
});

it('shows a failure of its own, and recovers by itself or by hand', async () => {
  const read = vi.fn(() => Promise.reject<ReturnType<typeof snapshotFixture>>(new AppError('internal')));
  const { button, press, text } = await open({ handlers: { status: { read } } });
  expect(text()).toContain('An internal error occurred.');
  read.mockResolvedValueOnce(snapshotFixture(1));
  await press(button('Try again'));
  expect(text()).not.toContain('An internal error occurred');
  expect(text()).toContain('Print Service Venlo');
});

it('draws text from outside as text', async () => {
  const bait = '<img src=x onerror="window.__p=1">';
  const { page, text } = await open({
    settings: settingsStateFixture('1', {
      licenceServers: settingsFixture().licenceServers.map((server) => ({ ...server, name: bait })),
    }),
    status: {
      organisation: { id: bait, name: bait, phone: bait, website: null },
      licence: {
        ...summaryFixture,
        serialNumber: bait,
        features: [{ id: 'a', name: bait, quantity: 1, expiresOn: null }],
      },
      licenceServers: [licenceServerFixture({ name: bait, path: bait })],
      notices: [{ code: 'certificate-untrusted', params: { issuer: bait }, since: failed.since }],
    },
  });
  expect(page.findAll('img')).toEqual([]);
  expect(text().split(bait).length).toBeGreaterThan(6);
});
