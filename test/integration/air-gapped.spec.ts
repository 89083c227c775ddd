import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { createProgram, type Program } from '../support/program';

const PATIENT = { timeout: 30_000, interval: 200 };

let office: BackOffice;
let program: Program;
beforeEach(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
  await program.set('licenceServers', [{ name: 'Main server', kind: 'local', path: program.licences }]);
  await program.startService();
  await vi.waitFor(
    async () =>
      expect((await program.cli(['status', '--json'])).json).toMatchObject({
        licenceServers: [{ state: 'up-to-date' }],
      }),
    PATIENT,
  );
});
afterEach(async () => {
  await program.end();
  await office.close();
});

const at = (name: string) => path.join(program.base, name);

it('a machine without a network gets its licences on a stick, and the record of it verifies', async () => {
  expect(await program.cli(['licence', 'export', at('early.lic')])).toMatchObject({ code: 11 });
  const asked = await program.cli(['licence', 'request', at('request.json'), '--json']);
  expect(asked.code).toBe(0);
  const answer = office.answerRequest(JSON.parse(readFileSync(at('request.json'), 'utf8')));
  expect(answer).toMatchObject({ serialNumber: office.serialNumber, sequence: 1, isNewer: true });

  writeFileSync(at(answer.fileName), answer.package);
  expect(await program.cli(['licence', 'install', at(answer.fileName)])).toMatchObject({ code: 0 });
  const content = office.licences()[0]?.claims.file.content;
  await vi.waitFor(() => expect(readFileSync(program.licenceFile, 'utf8')).toBe(content), PATIENT);
  expect(await program.cli(['licence', 'export', at('saved.lic')])).toMatchObject({ code: 0 });
  expect(readFileSync(at('saved.lic'), 'utf8')).toBe(content);

  const restore = ['licence', 'restore', '--reason', 'a test'];
  expect(await program.cli(restore)).toMatchObject({ code: 12 });
  expect(readFileSync(program.licenceFile, 'utf8')).toBe(content);
  expect(await program.cli([...restore, '--accept-less'])).toMatchObject({ code: 0 });
  expect(readFileSync(program.licenceFile, 'utf8')).not.toBe(content);
  expect(office.requests).toEqual([]);

  expect((await program.cli(['activity', 'verify', '--json'])).json).toMatchObject({ brokenAt: null });
  const file = path.join(program.home, 'state/audit/audit.jsonl');
  const lines = readFileSync(file, 'utf8').split('\n');
  const changed = lines.findIndex((line) => line.includes('"licence-restored"'));
  expect(lines[changed]).toContain('a test');
  lines[changed] = lines[changed]?.replace('a test', 'a tess') ?? '';
  writeFileSync(file, lines.join('\n'));
  const verdict = await program.cli(['activity', 'verify', '--json']);
  expect(verdict).toMatchObject({ code: 1, json: { brokenAt: changed + 1 } });
});
