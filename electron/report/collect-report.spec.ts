import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SupportReport } from '@shared/domain/status/support-report';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { collectReport, reportText } from './collect-report';

const CANARY = 'CANARY-4711';
let paths: DataPaths;
beforeEach(() => {
  const home = mkdtempSync(path.join(tmpdir(), 'report-'));
  paths = createDataFolders().prepare({ mode: 'embedded', home });
});
afterEach(() => rmSync(paths.home, { recursive: true, force: true }));

const view = {
  ...viewOf(defaultSettings()),
  remoteService: { enabled: true, serviceOrganisationId: 'ORG-1', verificationCode: { isSet: true } },
  certificates: ['-----BEGIN CERTIFICATE-----'],
};
const status = stoppedStatus(view, { version: '1.0.0', mode: 'embedded', isStarting: false }, 0);
const collect = (service: ServiceClient | null = null) =>
  collectReport({
    ...{ version: '1.0.0', paths, status, service, clock: { now: () => 0 } },
    settings: {
      read: () => Promise.resolve({ revision: '1', settings: view, keptAside: null, policy: null }),
    },
  });

describe('a support report', () => {
  it('has what can be had without the service, and names the secrets it leaves out', async () => {
    const report = SupportReport.parse(await collect());
    expect(report).toMatchObject({
      settings: { remoteService: { serviceOrganisationId: 'ORG-1' }, certificates: '1 PEM' },
      leftOut: ['remoteService.verificationCode'],
      check: null,
      activity: null,
      logs: { service: null, app: null },
    });
    expect(report.settings['remoteService']).not.toHaveProperty('verificationCode');
  });

  it('has the ends of the logs, cleaned once more, junk included', async () => {
    mkdirSync(paths.logs, { recursive: true });
    const lines = [
      ...Array.from({ length: 500 }, (_, index) => JSON.stringify({ msg: `line ${index}` })),
      JSON.stringify({ msg: 'x', password: CANARY, note: `token=${CANARY}` }),
      `not JSON, Authorization: Bearer ${CANARY}`,
      `"verificationCode": "${CANARY}"`,
    ];
    writeFileSync(path.join(paths.logs, 'service.log'), `${lines.join('\n')}\n`);
    const report = await collect();
    expect(report.logs.service).toHaveLength(200);
    expect(report.logs.service?.[0]).toContain('line 303');
    expect(reportText(report)).not.toContain(CANARY);
  });

  it('has the last check and the newest activity of a running service', async () => {
    const entry = {
      number: 1,
      at: '2026-05-01T10:00:00Z',
      kind: 'connected',
      actor: 'service',
      detail: {},
    } as const;
    const service = {
      check: { read: () => Promise.resolve({ ok: true, value: { check: null } }) },
      activity: {
        read: () => Promise.resolve({ ok: true, value: { entries: [entry], total: 1, brokenAt: null } }),
      },
    } as unknown as ServiceClient;
    expect((await collect(service)).activity).toEqual([entry]);
  });

  it('is JSON in which nothing steers the reader, and never grows without end', async () => {
    const report = await collect();
    const activity = [
      {
        ...({ number: 1, at: '2026-05-01T10:00:00Z', kind: 'connected', actor: 'back-office' } as const),
        detail: { name: `=cmd|' /C calc'!A0 \u001b[31m\u202e <script>` },
      },
    ];
    const text = reportText({ ...report, activity });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(JSON.parse(text)).toMatchObject({ activity });
    const logs = { service: Array.from({ length: 200 }, () => 'x'.repeat(20_000)), app: null };
    expect(reportText({ ...report, logs }).length).toBeLessThan(900_000);
  });
});
