import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A folder that only root can write to, as a system folder is; the search path leads there. */
const SYSTEM_PLACE = '/opt';

export interface StandIn {
  /** For the front of the search path. */
  folder: string;
  file: string;
  /** The arguments of every start, in order. */
  starts(): string[][];
  /** The process numbers of every start, in order. */
  processes(): number[];
  /** Has the one that runs end by itself. */
  leave(): void;
  remove(): void;
}

const endGroup = (id: number) => {
  try {
    if (id > 1) process.kill(-id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
};

/** The answers of RustDesk about itself; these starts are not sessions and not written down. */
const answersOf = (approveMode: 'click' | 'password' | 'untold') => [
  'case "$1" in',
  '--version) echo 1.3.2; exit ;;',
  '--get-id) echo 123456789; exit ;;',
  `--option) echo '${approveMode === 'untold' ? 'Administrative privileges required!' : approveMode}'; exit ;;`,
  'esac',
];

/**
 * A stand-in for TeamViewer that writes down how it was started and stays, with a child of its own. `stubborn` = it does
 * not listen to requests to end; `rustDesk` = it stands for that program, set up to let people in so; `untold` = it tells that to administrators only.
 */
export function createStandIn({
  folder: given,
  stubborn = false,
  rustDesk,
}: { folder?: string; stubborn?: boolean; rustDesk?: 'click' | 'password' | 'untold' } = {}): StandIn {
  const folder = given ?? mkdtempSync(path.join(SYSTEM_PLACE, 'rs-stand-in-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const file = path.join(folder, rustDesk === undefined ? 'teamviewer' : 'rustdesk');
  const starts = path.join(folder, 'starts');
  const leave = path.join(folder, 'leave');
  const script = [
    '#!/bin/sh',
    ...(rustDesk === undefined ? [] : answersOf(rustDesk)),
    stubborn ? "trap '' TERM" : 'true',
    `{ printf '%s\\037' "$$" "$@"; echo; } >> '${starts}'`,
    'sleep 600 &',
    `while [ ! -e '${leave}' ]; do sleep 0.05; done`,
    'kill $!',
  ];
  writeFileSync(file, `${script.join('\n')}\n`);
  chmodSync(file, 0o755);
  const lines = () =>
    existsSync(starts)
      ? readFileSync(starts, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => line.split('\x1f').slice(0, -1))
      : [];
  return {
    folder,
    file,
    starts: () => lines().map(([, ...args]) => args),
    processes: () => lines().map(([id]) => Number(id)),
    leave: () => writeFileSync(leave, ''),
    remove: () => {
      if (existsSync(folder)) writeFileSync(leave, '');
      for (const id of lines().map(([first]) => Number(first))) endGroup(id);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
