import { expect, it } from 'vitest';
import { settingsFixture, statusFixture } from '@renderer/bridge/status.fixture';
import { firstRunOf } from './first-run';

const connection = (state: 'not-configured' | 'disabled' | 'connecting' | 'failed' | 'service-stopped') => ({
  state,
  reason: state === 'failed' ? ('verification-code-wrong' as const) : null,
  since: null,
  nextTry: null,
  missing: [],
});
const never = {
  organisation: null,
  lastSignedProof: null,
  licence: null,
  serialNumber: { value: null, readFrom: null },
};
const blank = settingsFixture({
  remoteService: { enabled: false, serviceOrganisationId: '', verificationCode: { isSet: false } },
  licenceServers: [],
});

it('begins with the ID and the code, then the licence server, then the switch', () => {
  const status = statusFixture({ ...never, connection: connection('disabled') });
  expect(firstRunOf(blank, status)).toMatchObject({
    isShown: true,
    states: { identity: 'current', 'licence-server': 'waiting', connect: 'waiting' },
  });
  const identified = settingsFixture({ licenceServers: [] });
  expect(firstRunOf(identified, status).states).toMatchObject({
    identity: 'done',
    'licence-server': 'current',
  });
  const off = { ...settingsFixture(), remoteService: { ...settingsFixture().remoteService, enabled: false } };
  expect(firstRunOf(off, status)).toMatchObject({ isShown: true, connectNeeds: 'switch' });
});

it('names what the connection still waits for', () => {
  const noFile = statusFixture({ ...never, connection: connection('not-configured') });
  expect(firstRunOf(settingsFixture(), noFile)).toMatchObject({
    isShown: true,
    connectNeeds: 'serial-number',
  });
  const onItsWay = statusFixture({
    ...never,
    serialNumber: { value: 'PD-1', readFrom: 'Main server' },
    connection: connection('connecting'),
  });
  expect(firstRunOf(settingsFixture(), onItsWay).connectNeeds).toBe('connection');
});

it.each(['failed', 'service-stopped'] as const)('gives way to the card that explains %s', (state) => {
  const status = statusFixture({ ...never, connection: connection(state) });
  expect(firstRunOf(settingsFixture(), status).isShown).toBe(false);
  expect(firstRunOf(blank, status).isShown).toBe(true);
});

it('does not come back to an installation that was connected before', () => {
  const status = statusFixture({ organisation: null, connection: connection('connecting') });
  expect(firstRunOf(settingsFixture(), status).isShown).toBe(false);
  expect(firstRunOf(settingsFixture(), statusFixture()).isShown).toBe(false);
});
