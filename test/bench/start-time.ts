import { createProgram, runCommand } from '../support/program';
import { startBackOffice } from '../back-office/back-office';
import { appRuntime } from '../support/runtime';
import { printTable } from './table';

const RUNS = 7;

const middleOf = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** How long a command takes to start, beside the least that a start costs on this machine. */
export const measureStartTime = async (): Promise<boolean> => {
  const office = await startBackOffice();
  const program = await createProgram(office);
  const { executable, args } = await appRuntime();
  const { env } = program;
  const commands = [
    { name: 'node -e 0', run: () => runCommand(process.execPath, ['-e', '0'], { env }) },
    { name: 'remote-service status', run: () => runCommand(executable, [...args, 'status'], { env }) },
  ];
  try {
    const times = commands.map(() => [] as number[]);
    // In turn, so that a busy moment of the machine meets both.
    for (let round = 0; round <= RUNS; round += 1) {
      for (const [index, { run }] of commands.entries()) {
        const startedAt = performance.now();
        await run();
        if (round > 0) times[index]?.push(performance.now() - startedAt);
      }
    }
    const middles = times.map(middleOf);
    printTable(
      `Start of a command, the middle one of ${RUNS} runs`,
      ['command', 'ms', 'ratio'],
      commands.map(({ name }, index) => {
        const ms = middles[index] ?? NaN;
        return [name, ms.toFixed(0), (ms / (middles[0] ?? NaN)).toFixed(1)];
      }),
    );
    return true;
  } finally {
    await program.end();
    await office.close();
  }
};
