import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice } from '../back-office/back-office';
import { commandLineOf, processesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';
import { printTable } from './table';

/** After the connection stands, Chromium still tidies up for a while. */
const SETTLE_MS = 15_000;
const SHOWN = 12;
const SECONDS = 60;
/** System calls in this time. */
const BUDGET = 300;

/** How often each thread of these processes has gone to sleep by itself: each time something had woken it. */
const wakesOf = (pids: readonly number[]) =>
  new Map(
    pids
      .flatMap((pid) => readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}`))
      .map((task) => {
        const facts = readFileSync(`${task}/status`, 'utf8');
        const wakes = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(facts)?.[1] ?? 0);
        return [task, { name: readFileSync(`${task}/comm`, 'utf8').trim(), wakes }] as const;
      }),
  );

const untilConnected = async (program: Program) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const status = (await program.cli(['status', '--json'])).json as Status | undefined;
    if (status?.connection.state === 'connected') return;
    await wait(200);
  }
  throw new Error('the service does not get connected');
};

const callsOf = (summary: string) =>
  summary
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([share = '']) => /^\d+\.\d+$/.test(share))
    .map((words) => ({ name: words.at(-1) ?? '', calls: Number(words[3]) }));

const trace = async (pids: readonly number[], file: string) => {
  const attach = pids.flatMap((pid) => ['-p', String(pid)]);
  const tracer = spawn('strace', ['-c', '-f', '-qq', '-o', file, ...attach], { stdio: 'ignore' });
  const ended = once(tracer, 'exit');
  await wait(SECONDS * 1000);
  tracer.kill('SIGINT');
  await ended;
  return callsOf(await readFile(file, 'utf8'));
};

const count = async (pids: readonly number[]) => {
  const before = wakesOf(pids);
  await wait(SECONDS * 1000);
  return [...wakesOf(pids)]
    .map(([task, { name, wakes }]) => ({ name, wakes: wakes - (before.get(task)?.wakes ?? 0) }))
    .filter(({ wakes }) => wakes > 0)
    .sort((a, b) => b.wakes - a.wakes);
};

const perSecond = (number: number) => (number / SECONDS).toFixed(2);

/**
 * The cost of a service that is connected to an idle back office: first untouched, then under strace. Says whether it
 * keeps to its budget.
 */
export const measureIdleService = async (): Promise<boolean> => {
  const office = await startBackOffice();
  const program = await createProgram(office);
  try {
    await configure(program, office);
    await program.startService();
    await untilConnected(program);
    await wait(SETTLE_MS);
    const pids = processesOf(program.base).filter((pid) => commandLineOf(pid).length > 0);
    const wakes = await count(pids);
    const calls = await trace(pids, path.join(program.base, 'trace'));
    const sum = calls.find(({ name }) => name === 'total')?.calls ?? 0;
    const most = calls.filter(({ name }) => name !== 'total').sort((a, b) => b.calls - a.calls);
    printTable(
      `Idle service, ${SECONDS} s: ${wakes.reduce((total, thread) => total + thread.wakes, 0)} wake-ups of threads`,
      ['thread', 'wake-ups', 'per second'],
      wakes.map(({ name, wakes: times }) => [name, times, perSecond(times)]),
    );
    printTable(
      `Idle service, ${SECONDS} s: system calls of ${pids.length} processes, ${sum} in all`,
      ['call', 'number', 'per second'],
      most.slice(0, SHOWN).map(({ name, calls: times }) => [name, times, perSecond(times)]),
    );
    return sum <= BUDGET;
  } finally {
    await program.end();
    await office.close();
  }
};
