import { expect, it } from 'vitest';
import type { StatusReport } from '@shared/back-office/requests';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { BackOfficeClient, StatusReply } from '@electron/service/back-office/client/back-office-client';
import type { BackOfficeSession } from '@electron/service/back-office/client/back-office-session';
import type { ConnectionDependencies } from './connection-dependencies';
import { Heartbeat } from './heartbeat';

type AuditEnd = NonNullable<StatusReport['auditLog']>;

const status = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1.0.0', mode: 'installed', isStarting: false },
  0,
);
const facts = {
  product: 'P',
  serviceVersion: '1.0.0',
  platform: 'linux-x64',
  hostName: 'h',
  locale: 'en-GB',
};

const heartbeat = (auditEnd: ConnectionDependencies['auditEnd'], held: number | undefined) => {
  const reports: StatusReport[] = [];
  const answer: StatusReply = { serverTime: '2026-11-02T00:00:00Z', heartbeatSeconds: 60 };
  const client = {
    reportStatus: (_session: BackOfficeSession, report: StatusReport) => {
      reports.push(report);
      return Promise.resolve(held === undefined ? answer : { ...answer, auditLogHeld: held });
    },
  } as unknown as BackOfficeClient;
  const subject = new Heartbeat(
    { status: () => status, facts, clock: { now: () => 0 }, random: () => 0.5, auditEnd },
    () => undefined,
  );
  const beat = () => subject.beat(client, {} as BackOfficeSession, new AbortController().signal);
  return { beat, reports };
};

it('tells the end of the audit log each time, with the record that the back office holds (T59)', async () => {
  const end = (held: number | null): AuditEnd => ({
    ...{ lastRecord: 9, lastHash: 'a'.repeat(64) },
    ...{ heldRecord: held, heldHash: held === null ? null : 'b'.repeat(64) },
  });
  const { beat, reports } = heartbeat((held) => Promise.resolve(end(held)), 4);
  await beat();
  await beat();
  expect(reports.map(({ auditLog }) => auditLog)).toEqual([end(null), end(4)]);
});

it('reports without it where the audit log cannot be read', async () => {
  const { beat, reports } = heartbeat(() => Promise.resolve(null), undefined);
  await beat();
  expect(reports[0]).not.toHaveProperty('auditLog');
});
