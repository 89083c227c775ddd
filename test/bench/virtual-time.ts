import { mock } from 'node:test';

/** Lets everything run that waits for no timer: promises, and what they start in turn. */
const settle = async (immediate: typeof setImmediate) => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => void immediate(resolve));
};

export type VirtualTime = {
  pass: (ms: number) => Promise<void>;
  /** Waits for what needs no time of its own but files; throws when it does not come. */
  until: (isSo: () => boolean) => Promise<void>;
};

const STEP_MS = 1000;
const MOST_TURNS = 100_000;

/** Runs a life of many hours in seconds: the clock goes on in steps while everything between them has its turn. */
export const inVirtualTime = async (start: number, live: (time: VirtualTime) => Promise<void>) => {
  const immediate = setImmediate;
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: start });
  try {
    await live({
      pass: async (ms) => {
        for (let passed = 0; passed < ms; passed += STEP_MS) {
          mock.timers.tick(Math.min(STEP_MS, ms - passed));
          await settle(immediate);
        }
      },
      until: async (isSo) => {
        for (let turn = 0; !isSo(); turn += 1) {
          if (turn === MOST_TURNS) throw new Error('what was waited for does not come');
          await settle(immediate);
        }
      },
    });
  } finally {
    mock.timers.reset();
  }
};
