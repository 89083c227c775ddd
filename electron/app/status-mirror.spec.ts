import { describe, expect, it, vi } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { Status, type StatusSnapshot } from '@shared/domain/status/status';
import type { StatusChange } from '@shared/domain/status/status-change';
import { AppError } from '@shared/errors/app-error';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { createStatusMirror } from './status-mirror';

const settings = viewOf(defaultSettings());
const clock = { now: () => Date.parse('2026-11-02T00:00:00Z') };
const stopped = stoppedStatus(
  settings,
  { version: '1.0.0', mode: 'embedded', isStarting: true },
  clock.now(),
);
const connected: Status = {
  ...stopped,
  connection: { ...stopped.connection, state: 'connected', since: '2026-11-02T00:00:00.000Z' },
};
const snapshot = (epoch: string, rev: number, status = connected): StatusSnapshot => ({ epoch, rev, status });

const setUp = () => {
  const publish = vi.fn<(change: StatusChange) => void>();
  return {
    publish,
    mirror: createStatusMirror(settings, { version: '1.0.0', mode: 'embedded', clock, publish }),
  };
};

describe('the status as the app holds it', () => {
  it('is a valid one before the service has answered', () => {
    const { mirror } = setUp();
    expect(Status.parse(mirror.current().status).connection.state).toBe('service-stopped');
    expect(mirror.current().status.service.state).toBe('starting');
  });

  it('takes newer snapshots, drops older ones and takes any of a service started anew', () => {
    const { mirror, publish } = setUp();
    mirror.accept(snapshot('a', 5));
    mirror.accept(snapshot('a', 4, stopped));
    expect(mirror.current().status.connection.state).toBe('connected');
    mirror.accept(snapshot('b', 0, stopped));
    expect(mirror.current().status.connection.state).toBe('service-stopped');
    expect(publish.mock.calls.map(([{ rev }]) => rev)).toEqual([1, 2]);
  });

  it('falls back to the settings when the link is lost, and follows them then', () => {
    const { mirror } = setUp();
    mirror.accept(snapshot('a', 1));
    mirror.lost(false);
    expect(mirror.current().status.service.state).toBe('stopped');
    const server = {
      id: 'main',
      name: 'Main server',
      kind: 'local' as const,
      path: '/srv/licences',
      fileName: 'prismadirect.lic',
      host: '',
      ports: '',
      hostId: '',
    };
    mirror.settingsChanged({ ...settings, licenceServers: [server] });
    expect(mirror.current().status.licenceServers.map(({ name }) => name)).toEqual(['Main server']);
  });

  it('says which version is installed where a later service answers, and never that it does not run', () => {
    const { mirror } = setUp();
    mirror.linked('1.3.0');
    // Its status has not come yet, or cannot be read.
    expect(Status.parse(mirror.current().status)).toMatchObject({
      connection: { state: 'connecting' },
      service: { state: 'running', version: '1.3.0' },
      notices: [{ code: 'window-outdated', params: { version: '1.3.0' } }],
    });
    mirror.accept(snapshot('a', 1));
    expect(mirror.current().status).toMatchObject({
      connection: { state: 'connected' },
      notices: [{ code: 'window-outdated', params: { version: '1.3.0' } }],
    });
    mirror.lost(false);
    expect(mirror.current().status).toMatchObject({ service: { state: 'stopped' }, notices: [] });
  });

  it('says of an earlier service that it is to be restarted, and nothing of one of the same version', () => {
    const { mirror } = setUp();
    mirror.linked('0.9.0');
    mirror.accept(snapshot('a', 1));
    expect(mirror.current().status.notices).toMatchObject([{ code: 'service-outdated' }]);
    mirror.linked('1.0.0');
    expect(mirror.current().status.notices).toEqual([]);
  });

  it('takes a service that speaks another protocol for one that runs', () => {
    const { mirror } = setUp();
    mirror.refused(new AppError('service-version'));
    expect(mirror.current().status).toMatchObject({
      service: { state: 'running' },
      notices: [{ code: 'service-version' }],
    });
  });
});
