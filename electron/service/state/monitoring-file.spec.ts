import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MonitoringFacts } from '@shared/domain/status/monitoring';
import { viewOf, defaultSettings } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { MonitoringFile } from './monitoring-file';

const warn = vi.fn();
const log = { info: vi.fn(), warn, error: vi.fn() } as unknown as ConstructorParameters<
  typeof MonitoringFile
>[1];
const status = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1.2.3', mode: 'installed', isStarting: true },
  0,
);
const organisation = { id: 'SO-77', name: 'Druckhaus', phone: '+49 30', website: null };
let folder: string;
let file: string;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'monitoring-')), 'run');
  mkdirSync(folder, { mode: 0o750 });
  file = path.join(folder, 'status.json');
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true });
});

it('writes what monitoring may know, readable for every account, without names', async () => {
  const monitoring = new MonitoringFile(file, log);
  await monitoring.update({ ...status, organisation });
  const text = readFileSync(file, 'utf8');
  expect(MonitoringFacts.parse(JSON.parse(text))).toMatchObject({ version: '1.2.3', licenceServers: [] });
  expect(text).not.toMatch(/Druckhaus|SO-77|\+49/);
  expect(statSync(file).mode & 0o777).toBe(0o644);
  expect(statSync(folder).mode & 0o777).toBe(0o755);
});

it('writes nothing while nothing changes that it says', async () => {
  const monitoring = new MonitoringFile(file, log);
  await monitoring.update(status);
  const before = statSync(file).ino;
  await monitoring.update({ ...status, organisation });
  expect(statSync(file).ino).toBe(before);
  await monitoring.update({ ...status, connection: { ...status.connection, state: 'connected' } });
  expect(readFileSync(file, 'utf8')).toContain('"connected"');
});

it('goes on where the file cannot be written, and writes it with the next change', async () => {
  rmSync(folder, { recursive: true });
  const monitoring = new MonitoringFile(file, log);
  await monitoring.update(status);
  expect(warn).toHaveBeenCalledOnce();
  mkdirSync(folder);
  await monitoring.update(status);
  expect(readFileSync(file, 'utf8')).toContain('1.2.3');
});
