import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const SAMPLER = path.join(import.meta.dirname, 'sample-processes.mjs');

export interface Samples {
  /** How often it looked, and how many processes it saw. */
  rounds: number;
  processes: number;
  /** Arguments and environments in which the word stood. */
  hits: string[];
}

/** Looks every 5 ms for a word in what every process of the machine shows to everybody, while `run` runs. */
export const sampleWhile = async (word: string, run: () => Promise<unknown>): Promise<Samples> => {
  const sampler = spawn(process.execPath, [SAMPLER], { stdio: ['pipe', 'pipe', 'inherit'] });
  sampler.stdin.write(`${word}\n`);
  await once(sampler.stdout, 'data');
  try {
    await run();
  } finally {
    sampler.stdin.end();
  }
  return JSON.parse(await text(sampler.stdout)) as Samples;
};
