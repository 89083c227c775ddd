import { expect, it } from 'vitest';
import { licenceServerFixture, statusFixture, summaryFixture } from '../../app/status.fixture';
import { attentionOf } from './attention';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const kinds = (...args: Parameters<typeof attentionOf>) => attentionOf(...args).map(({ kind }) => kind);

it('is silent while all is well', () => {
  expect(attentionOf(statusFixture(), null, NOW)).toEqual([]);
});

it('puts what is most pressing first', () => {
  const status = statusFixture({
    licenceServers: [licenceServerFixture({ state: 'failing', reason: 'access-denied' })],
    refusedLicence: { code: 'signature', at: '2026-03-02T09:00:00.000Z', sequence: 8 },
    clock: { isSuspect: true, floor: '2026-03-02T09:00:00.000Z', differenceSeconds: null },
  });
  expect(kinds(status, { code: 'settings-broken', fileName: 'settings.json.broken' }, NOW)).toEqual([
    'settings-kept-aside',
    'licence-server',
    'refused-licence',
    'clock',
  ]);
});

it('does not say twice what stands beside a licence server or the connection', () => {
  const notice = { code: 'unknown-content' as const, params: {}, since: '2026-03-02T09:00:00.000Z' };
  const licenceServers = [licenceServerFixture({ state: 'failing', reason: 'unknown-content' })];
  expect(kinds(statusFixture({ licenceServers, notices: [notice] }), null, NOW)).toEqual(['licence-server']);
  expect(kinds(statusFixture({ notices: [notice] }), null, NOW)).toEqual(['notice']);
});

it.each([
  ['2026-04-01', 30],
  ['2026-03-02', 0],
  ['2026-03-01', -1],
])('warns of %s, %i days away', (day, days) => {
  const licence = { ...summaryFixture, expiresOn: day, maintenanceUntil: null };
  expect(attentionOf(statusFixture({ licence }), null, NOW)).toEqual([{ kind: 'expiry', day, days }]);
});

it('does not warn of a date more than 30 days away', () => {
  const licence = { ...summaryFixture, expiresOn: '2026-04-02', maintenanceUntil: '2026-04-02' };
  expect(attentionOf(statusFixture({ licence }), null, NOW)).toEqual([]);
});
