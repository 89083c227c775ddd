import { readFileSync } from 'node:fs';
import type { Status } from '@shared/domain/status/status';
import type { BackOffice } from '../../back-office/back-office';
import type { Program } from '../../support/program';
import { expect } from './fixtures';

/** The output of `status --json`; only the members that product.md names. */
export async function statusOf(program: Program): Promise<Status> {
  const { json, errors } = await program.cli(['status', '--json']);
  if (json === undefined) throw new Error(`status gave no JSON: ${errors}`);
  return json as Status;
}

/** Waits until the newest licence of the back office lies in the licence folder, byte for byte. */
export async function untilInstalled(program: Program, office: BackOffice, timeout = 15_000): Promise<void> {
  await expect
    .poll(() => readFileSync(program.licenceFile, 'utf8'), { timeout, intervals: [50] })
    .toBe(office.licences().at(-1)?.claims.file.content);
}
