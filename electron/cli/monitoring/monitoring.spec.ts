import { describe, expect, it } from 'vitest';
import { MonitoringFacts } from '@shared/domain/status/monitoring';
import { loadLanguage } from '@shared/i18n/translator';
import { pluginResult } from './plugin-result';
import { prometheusText } from './prometheus';

const { translate } = await loadLanguage('en-GB');
const NOW = Date.parse('2026-11-30T12:00:00Z');
const GOOD: MonitoringFacts = MonitoringFacts.parse({
  version: '1.2.3',
  connection: 'connected',
  lastSignedProof: '2026-11-30T11:58:00.000Z',
  licence: {
    expiresOn: null,
    maintenanceUntil: '2027-06-30',
    features: [
      { id: 'print', expiresOn: null },
      { id: 'scan "A4"', expiresOn: '2027-11-30' },
    ],
  },
  licenceServers: ['up-to-date', 'up-to-date'],
  updates: { isOffered: true, isDownloaded: false, checkedAt: '2026-11-30T11:00:00.000Z' },
  remoteAssistance: { allowed: true, hasSession: false },
  clock: { isSuspect: false, differenceSeconds: -2 },
  notices: [],
});
const resultOf = (change: Partial<MonitoringFacts>) =>
  pluginResult({ ...GOOD, ...change }, { warning: 30, critical: 7 }, translate, NOW);
const expiring = (expiresOn: string): Partial<MonitoringFacts> => ({
  licence: { expiresOn, maintenanceUntil: null, features: [] },
});

describe('the line of a monitoring plugin', () => {
  it('says that all is well, with performance data', () => {
    expect(resultOf({})).toEqual({
      state: 'OK',
      line: 'REMOTE SERVICE OK - Connected, licence ends in 365 days | licence_days=365;31:;8: maintenance_days=212;31:; proof_age=120s;;;0 licence_servers_working=2;;;0;2 clock_difference=-2s',
    });
  });

  it.each<[string, Partial<MonitoringFacts>, string, string]>([
    ['a lost connection', { connection: 'failed' }, 'CRITICAL', 'Connection failed'],
    ['a service that is not set up', { connection: 'not-configured' }, 'WARNING', 'Not set up yet'],
    ['no licence', { licence: null }, 'WARNING', 'no licence known'],
    ['a licence that ends today', expiring('2026-11-30'), 'CRITICAL', 'licence ends in 0 days'],
    ['a licence that has ended', expiring('2026-11-29'), 'CRITICAL', 'licence has ended'],
    [
      'a licence that ends on the last day to be warned',
      expiring('2026-12-30'),
      'WARNING',
      'licence ends in 30 days',
    ],
    ['a licence that ends a day later', expiring('2026-12-31'), 'OK', 'Connected'],
    [
      'a server that cannot be updated',
      { licenceServers: ['failing', 'up-to-date'] },
      'CRITICAL',
      '1 licence server: Licence update failed',
    ],
    [
      'servers that wait for a person',
      { licenceServers: ['waiting-for-operator', 'waiting-for-operator'] },
      'WARNING',
      '2 licence servers: Waiting for manual copy',
    ],
    ['a full disk', { notices: ['storage-full'] }, 'CRITICAL', 'storage-full (see remote-service status)'],
    [
      'a suspect clock',
      { clock: { isSuspect: true, differenceSeconds: null } },
      'WARNING',
      'the clock of this computer looks wrong',
    ],
  ])('names %s first', (_, change, state, text) => {
    const result = resultOf(change);
    expect(result.state).toBe(state);
    expect(result.line.startsWith(`REMOTE SERVICE ${state} - ${text}`)).toBe(true);
    expect(result.line.split('|')).toHaveLength(2);
  });
});

describe('the metrics', () => {
  it('give each known fact once, and escape what they quote', () => {
    const text = prometheusText(GOOD, NOW);
    expect(text).toContain('remote_service_up 1\n');
    expect(text).toContain('remote_service_connection_state{state="connected"} 1\n');
    expect(text).toContain('remote_service_connection_state{state="failed"} 0\n');
    expect(text).toContain('remote_service_last_signed_proof_age_seconds 120\n');
    expect(text).toContain(
      String.raw`remote_service_licence_feature_remaining_seconds{feature="scan \"A4\""} 31579200`,
    );
    expect(text).not.toContain('remote_service_licence_remaining_seconds ');
    expect(text).toContain('remote_service_licence_servers{state="up-to-date"} 2\n');
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('say of a service that does not run only that', () => {
    expect(
      prometheusText(null, NOW)
        .split('\n')
        .filter((line) => !line.startsWith('#')),
    ).toEqual(['remote_service_up 0', '']);
  });
});
