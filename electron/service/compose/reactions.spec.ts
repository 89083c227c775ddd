import { describe, expect, it } from 'vitest';
import type { ConnectionStatus } from '@shared/domain/connection/connection';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import {
  makeCalls,
  onConnectionReport,
  onHeartbeatReport,
  onLicenceReport,
  onMachineChange,
  type Reaction,
} from './reactions';

const connectionIn = (state: ConnectionStatus['state']): ConnectionStatus => ({
  state,
  reason: null,
  since: null,
  nextTry: null,
  missing: [],
});

const licenceWith = (maintenanceUntil: string | null): LicenceSummary => ({
  serialNumber: 'SN-1',
  sequence: 1,
  expiresOn: null,
  maintenanceUntil,
  users: 25,
  features: [],
  customer: null,
});

const callsOf = (reactions: readonly Reaction[]) => reactions.map(({ call }) => call);

describe('the reactions to a report of the connection', () => {
  it('tells remote assistance once that it is connected, and updates with every report', () => {
    const first = onConnectionReport(connectionIn('connecting'), connectionIn('connected'));
    expect(callsOf(first)).toEqual([
      'assistance.connected',
      'checks.connectionChanged',
      'updates.connected',
      'networkMonitor.setNetworkPolling',
      'licence.checkDates',
    ]);
    const second = onConnectionReport(connectionIn('connected'), connectionIn('connected'));
    expect(callsOf(second)).not.toContain('assistance.connected');
    expect(callsOf(second)).toContain('updates.connected');
  });

  it('looks at the network while there is a connection, or a failure to get over', () => {
    const isWantedIn = (state: ConnectionStatus['state']) =>
      onConnectionReport(connectionIn('connecting'), connectionIn(state)).find(
        (reaction) => reaction.call === 'networkMonitor.setNetworkPolling',
      )?.isWanted;
    expect([isWantedIn('failed'), isWantedIn('connected')]).toEqual([true, true]);
    expect([isWantedIn('not-configured'), isWantedIn('connecting'), isWantedIn('disabled')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('tells neither remote assistance nor updates of a connection that failed', () => {
    const calls = callsOf(onConnectionReport(connectionIn('connected'), connectionIn('failed')));
    expect(calls).toEqual([
      'checks.connectionChanged',
      'networkMonitor.setNetworkPolling',
      'licence.checkDates',
    ]);
  });
});

describe('the reactions to a report of the licence job', () => {
  it('reconsiders the updates when maintenance ends on another day, or is known now', () => {
    const [early, late] = [licenceWith('2027-01-31'), licenceWith('2028-01-31')];
    expect(callsOf(onLicenceReport(early, late))).toEqual([
      'connection.statusChanged',
      'updates.reviewReleases',
    ]);
    expect(callsOf(onLicenceReport(null, late))).toContain('updates.reviewReleases');
    expect(callsOf(onLicenceReport(late, null))).toContain('updates.reviewReleases');
  });

  it('leaves the updates alone while maintenance is the same', () => {
    const licence = licenceWith('2027-01-31');
    expect(callsOf(onLicenceReport(licence, { ...licence, users: 50 }))).toEqual([
      'connection.statusChanged',
    ]);
  });
});

it('makes each call, in order, on the part that it names', () => {
  const made: unknown[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void made.push([name, ...args]);
  const connection = connectionIn('connected');
  makeCalls(
    [
      ...onConnectionReport(connectionIn('connecting'), connection),
      ...onLicenceReport(null, licenceWith('2027-01-31')),
      ...onHeartbeatReport(),
      ...onMachineChange(),
    ],
    {
      assistance: { connected: note('assistance connected') },
      checks: { connectionChanged: note('checks') },
      connection: { statusChanged: note('status'), networkChanged: note('surroundings') },
      licence: { checkDates: note('dates') },
      networkMonitor: { setNetworkPolling: note('network') },
      updates: {
        connected: note('updates connected'),
        reviewReleases: () => {
          note('reviewReleases')();
          return Promise.resolve();
        },
      },
    },
  );
  expect(made).toEqual([
    ['assistance connected'],
    ['checks', connection],
    ['updates connected'],
    ['network', true],
    ['dates'],
    ['status'],
    ['reviewReleases'],
    ['status'],
    ['surroundings'],
    ['dates'],
  ]);
});
