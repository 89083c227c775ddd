import { expect, it } from 'vitest';
import { licenceServerFixture, statusFixture } from '@renderer/bridge/status.fixture';
import { attentionOf } from './items-needing-attention';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const kinds = (...args: Parameters<typeof attentionOf>) => attentionOf(...args).map(({ kind }) => kind);

it('is silent while all is well', () => {
  expect(attentionOf(statusFixture(), null, NOW)).toEqual([]);
});

it('puts what is most pressing first', () => {
  const status = statusFixture({
    licenceServers: [licenceServerFixture({ state: 'unknown', reason: 'licence-file-missing' })],
    refusedLicence: {
      code: 'signature',
      at: '2026-03-02T09:00:00.000Z',
      sequence: 8,
      line: null,
      word: null,
    },
    clock: {
      isSuspect: true,
      floor: '2026-03-02T09:00:00.000Z',
      source: 'index',
      doubted: null,
      differenceSeconds: null,
    },
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
  expect(kinds(statusFixture({ licenceServers, notices: [notice] }), null, NOW)).toEqual([]);
  expect(kinds(statusFixture({ notices: [notice] }), null, NOW)).toEqual(['notice']);
});

it('leaves the dates of the licence to the banner of every page', () => {
  const notice = {
    code: 'licence-expired' as const,
    params: { day: '2026-03-01' },
    since: '2026-03-02T00:00:00Z',
  };
  expect(attentionOf(statusFixture({ notices: [notice] }), null, NOW)).toEqual([]);
});
