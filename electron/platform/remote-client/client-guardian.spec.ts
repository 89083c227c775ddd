import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { guardClient } from './client-guardian';
import { membersOf, readProcess } from './process-table';

const started: number[] = [];
afterEach(() => {
  for (const id of started.splice(0)) {
    try {
      process.kill(-id, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
});

/** A client that does not listen to requests to end, with a child of its own. */
const startClient = async (shell = '/bin/sh') => {
  const words = ['-c', "trap '' TERM; sleep 600 & echo on; wait"];
  const child = spawn(shell, words, { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const id = child.pid ?? 0;
  started.push(id);
  const mark = (await readProcess(id))?.started ?? '';
  return { id, mark };
};
const untilGone = (group: number) =>
  vi.waitFor(async () => expect(await membersOf(group)).toEqual([]), { timeout: 5000 });

it('ends a client, with all it has started, whose app is gone', async () => {
  const client = await startClient();
  expect((await membersOf(client.id)).length).toBeGreaterThan(1);
  guardClient(client, '/nowhere').abandon();
  await untilGone(client.id);
});

it('leaves alone what has the number of a client that is gone', async () => {
  const [other, client] = [await startClient(), await startClient()];
  guardClient({ id: other.id, mark: '1' }, '/nowhere').abandon();
  guardClient(client, '/nowhere').abandon();
  // Both guardians began at once: with the second client gone, the first one was spared.
  await untilGone(client.id);
  expect((await membersOf(other.id)).length).toBeGreaterThan(1);
});

it('ends the process that a client has handed its work to', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guardian-'));
  const program = path.join(folder, 'client');
  copyFileSync('/bin/sh', program);
  const [starter, worker] = [await startClient(), await startClient(program)];
  const guardian = guardClient(starter, folder);
  guardian.adopted();
  guardian.abandon();
  await untilGone(starter.id);
  await vi.waitFor(async () => expect((await readProcess(worker.id))?.isAlive ?? false).toBe(false), {
    timeout: 5000,
  });
  rmSync(folder, { recursive: true });
});

it('does nothing once the client is gone', async () => {
  const client = await startClient();
  const guardian = guardClient(client, '/nowhere');
  guardian.over();
  const witness = await startClient();
  guardClient(witness, '/nowhere').abandon();
  await untilGone(witness.id);
  expect((await membersOf(client.id)).length).toBeGreaterThan(1);
});
