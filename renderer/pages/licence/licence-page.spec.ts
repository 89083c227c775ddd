import type { SettingsDraft } from '@shared/domain/settings/settings';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { licenceServerFixture, settingsStateFixture, summaryFixture } from '@renderer/bridge/status.fixture';
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
            serialNumbers: ['PD-0042-7781', 'PD-9'],
            expiresOn: null,
            features: [
              {
                ...{ id: 'x', name: 'Web shop', quantity: null, expiresOn: null },
                ...{ version: '1.0', state: 'in-force', startsOn: null, pool: '' },
              },
              {
                ...{ id: 'x', name: 'Web shop', quantity: 5, expiresOn: null },
                ...{ version: '2.0', state: 'not-yet', startsOn: '2028-01-01', pool: 'DUP_GROUP=U' },
              },
            ],
            moreFeatures: 3,
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
  expect(text()).toMatch(/Web shop\s*1\.0\s*Unlimited\s*No end date\s*Valid/);
  expect(text()).toMatch(/Web shop\s*2\.0\s*DUP_GROUP=U\s*5\s*No end date\s*From 1 January 2028/);
  expect(text()).toContain('Serial numbersPD-0042-7781, PD-9');
  expect(text()).toContain('3 more features are not shown.');
  expect(text()).toContain('The file has no licence number');
});

it('says why no licence server can use the file that lies there', async () => {
  const flaw = { code: 'flexnet-date-invalid' as const, line: 4, word: '31-feb-2027' };
  const { text } = await openPage({
    path,
    status: { licenceServers: [licenceServerFixture({ state: 'unusable', flaw })] },
  });
  expect(text()).toContain('Licence file cannot be used');
  expect(text()).toContain('Line 4 of the licence file contains a date that does not exist: 31-feb-2027');
});

it('does not take a bare file for a grant of the service organisation', async () => {
  const { text } = await openPage({ path, status: { licence: { ...summaryFixture, sequence: null } } });
  expect(text()).toContain('Current licence file');
  expect(text()).not.toContain('The contents of the newest licence from your service organisation.');
});

it('explains a licence server that failed and a licence that was refused', async () => {
  const at = '2026-03-02T09:00:00.000Z';
  const { button, text } = await openPage({
    path,
    status: {
      licenceServers: [licenceServerFixture({ state: 'failing', reason: 'path-missing' })],
      refusedLicence: { code: 'flexnet-date-invalid', at, sequence: 8, line: 7, word: '31-feb-2027' },
    },
  });
  expect(text()).toContain('The licence folder does not exist.');
  expect(text()).toContain('Check the licence path, or create the folder.');
  expect(text()).toContain('Line 7');
  expect(text()).toContain('31-feb-2027');
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
  expect(text()).toContain('The licence has expired. 30 June 2020 was its last day.');
  expect(text()).toMatch(/Last change.*Users: 50 → 75/);
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
        licenceServerFixture({ serving: { ...asked, state: 'listening', port: 27000 } }),
        licenceServerFixture({ id: 'b', name: 'B', serving: { ...asked, state: 'not-serving', port: null } }),
        licenceServerFixture({ id: 'c', name: 'C' }),
      ],
    },
  });
  expect(text()).toContain('Licence serviceSomething listens on port 27000 of 127.0.0.1');
  expect(text()).toContain('Licence serviceNothing responds yet on 127.0.0.1');
  expect(text()).toContain('Licence serviceNot checked yet');
});

it('saves the days of the reminders when the field is left, and says what they may be', async () => {
  const save = ({ draft }: { draft: SettingsDraft }) =>
    Promise.resolve({
      saved: true as const,
      state: settingsStateFixture('2', { notices: draft.notices }),
    });
  const { app, page, text } = await openPage({ path, handlers: { settings: { save } } });
  const field = page.get<HTMLInputElement>('[id="notices.days"]');
  expect(field.element.value).toBe('60, 30, 14, 7, 3, 1, 0');
  for (const wrong of [
    '7, soon',
    '-1',
    '366',
    '1.5',
    Array.from({ length: 21 }, (_no, day) => day).join(','),
  ]) {
    await field.setValue(wrong);
    await field.trigger('blur');
    expect(text()).toContain('Enter up to 20 whole numbers from 0 to 365');
  }
  expect(app.argumentsOf('settings.save')).toEqual([]);
  await field.setValue('7 30; 7,0');
  await field.trigger('blur');
  await flushPromises();
  expect(app.argumentsOf('settings.save')).toMatchObject([{ draft: { notices: { days: [30, 7, 0] } } }]);
  expect(text()).not.toContain('Enter up to');
  expect(field.element.value).toBe('30, 7, 0');
});
