import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { licenceServerFixture } from '@renderer/bridge/status.fixture';
import { openPage } from '../page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './LicencePage.vue';

enableAutoUnmount(afterEach);

const path = '/system/licence';

it('says how to set up a licence server where there is none', async () => {
  const { link } = await openPage({ path, status: { licence: null, licenceServers: [] } });
  expect(link('Set up a licence server').getAttribute('href')).toContain('field=licenceServers');
});

it('shows the installed file of each licence server as it lies on the disk', async () => {
  const { text } = await openPage({
    path,
    status: {
      licenceServers: [
        licenceServerFixture({
          sequence: null,
          installed: {
            serialNumber: 'PD-0042-7781',
            expiresOn: null,
            features: [{ id: 'x', name: 'Web shop', quantity: null, expiresOn: null }],
            hostIds: ['0a1b2c3d4e5f'],
            sha256: 'a'.repeat(64),
            modifiedAt: '2026-03-02T09:00:00.000Z',
            fromPackage: null,
          },
        }),
      ],
    },
  });
  expect(text()).toContain('Host ID0a1b2c3d4e5f');
  expect(text()).toContain('Licence expiry dateNo end date');
  expect(text()).toMatch(/Web shop\s*Unlimited\s*No end date/);
  expect(text()).toContain('The file came without a number');
});

it('explains a licence server that failed and a licence that was refused', async () => {
  const { button, text } = await openPage({
    path,
    status: {
      licenceServers: [licenceServerFixture({ state: 'failing', reason: 'path-missing' })],
      refusedLicence: { code: 'wrong-serial-number', at: '2026-03-02T09:00:00.000Z', sequence: 8 },
    },
  });
  expect(text()).toContain('The licence folder does not exist.');
  expect(text()).toContain('Check the licence path, or create the folder.');
  expect(text()).toContain('The licence is for another serial number.');
  expect(button('Try again for Main server')).toBeDefined();
});

it('says that a date is near above everything else, and what the last licence changed', async () => {
  const { emitStatus, text } = await openPage({
    path,
    status: {
      notices: [
        { code: 'licence-expired', params: { day: '2020-06-30' }, since: '2020-07-01T00:00:00.000Z' },
      ],
      lastChange: {
        at: '2026-03-02T09:00:00.000Z',
        sequence: 8,
        difference: { isFirst: false, reason: 'users-added', changes: [{ kind: 'users', from: 50, to: 75 }] },
      },
    },
  });
  expect(text()).toContain('The licence has expired: 30 June 2020 was its last day.');
  expect(text()).toMatch(/Last change.*Users 50 → 75/);
  await emitStatus(2, { notices: [] });
  expect(text()).not.toContain('has expired');
});

it('says in calm words whether a licence server answers', async () => {
  const at = '2026-03-02T09:00:00.000Z';
  const asked = { host: '127.0.0.1', vendorPort: null, at };
  const { text } = await openPage({
    path,
    status: {
      licenceServers: [
        licenceServerFixture({ serving: { ...asked, state: 'serving', port: 27000 } }),
        licenceServerFixture({ id: 'b', name: 'B', serving: { ...asked, state: 'not-serving', port: null } }),
        licenceServerFixture({ id: 'c', name: 'C' }),
      ],
    },
  });
  expect(text()).toContain('Licence serviceServing on port 27000 of 127.0.0.1');
  expect(text()).toContain('Licence serviceNot serving yet on 127.0.0.1');
  expect(text()).toContain('Licence serviceNot asked yet');
});
