import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { say } from '../support/words';
import { configure, createProgram, runCommand, type Program } from '../support/program';
import { appRuntime } from '../support/runtime';

let office: BackOffice;
let program: Program;
beforeEach(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
});
afterEach(async () => {
  await program.end();
  await office.close();
});

const at = (shift: string) => ['faketime', '-f', shift];
const cliAt = async (shift: string, ...words: string[]) => {
  const { executable, args } = await appRuntime();
  const [command = '', ...rest] = at(shift);
  return runCommand(command, [...rest, executable, ...args, ...words], { env: program.env });
};
const untilStatus = (check: (status: Status) => void) =>
  vi.waitFor(async () => check((await program.cli(['status', '--json'])).json as Status), {
    timeout: 40_000,
    interval: 250,
  });

it('a clock put back or ahead by a year gains nothing, and is told as wrong', async () => {
  await configure(program, office);
  office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil: '2031-12-31' });
  const first = await program.startService();
  await untilStatus(({ licence }) => expect(licence?.maintenanceUntil).toBe('2031-12-31'));
  first.kill('SIGTERM');
  await once(first, 'exit');

  const covered = ['entitlement', '--version', '2.0', '--released', '2031-12-31'];
  const later = ['entitlement', '--version', '3.0', '--released', '2032-01-01'];
  expect((await program.cli(covered)).code).toBe(0);
  expect((await cliAt('-1y', ...covered)).code).toBe(13);
  for (const shift of ['-1y', '+1y']) expect((await cliAt(shift, ...later)).code).toBe(10);

  await program.startService(at('-1y'));
  await untilStatus(({ clock, service }) => {
    expect(service.state).toBe('running');
    expect(clock.isSuspect).toBe(true);
    expect(Date.parse(clock.floor)).toBeGreaterThan(Date.now() - 3_600_000);
  });
  const [told = ''] = say('page.overview.attention.clock.text', { clock: '', floor: '' })
    .split('. ')
    .slice(-1);
  expect((await program.cli(['status'])).text).toContain(told);
});
