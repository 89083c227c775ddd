import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const LEFT = { x: 0, y: 0, width: 1280, height: 1024 };
export const RIGHT = { x: 1280, y: 0, width: 1024, height: 768 };

/** The driver without hardware has many outputs; Xvfb has one only, whatever it is told. */
const CONFIGURATION = `
Section "Device"
  Identifier "none"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "whole"
  Device "none"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Modes "1280x1024"
    Virtual 2304 1024
  EndSubSection
EndSection
`;

export interface TwoDisplays {
  /** For DISPLAY, such as `:3`. */
  name: string;
  /** Puts the pointer there, in pixels from the upper left corner of the left display. */
  point: (x: number, y: number) => Promise<void>;
  unplugRight: () => Promise<void>;
  plugRight: () => Promise<void>;
  stop: () => void;
}

/** An X server with two displays side by side, `LEFT` and `RIGHT`, on the first free number. */
export async function startTwoDisplays(): Promise<TwoDisplays> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rs-displays-'));
  const configuration = path.join(folder, 'xorg.conf');
  writeFileSync(configuration, CONFIGURATION);
  const log = path.join(folder, 'log');
  const args = ['-displayfd', '3', '-config', configuration, '-logfile', log, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xorg', [...args, '-sharevts', '-novtswitch'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(server.stdio[3] as Readable, 'data', {
    signal: AbortSignal.timeout(20_000),
  })) as [Buffer];
  const name = `:${number.toString().trim()}`;
  const env = { ...process.env, DISPLAY: name };
  const randr = (...words: string[]) => run('xrandr', words, { env });
  const plugRight = async () => {
    await randr('--output', 'DUMMY1', '--mode', '1024x768', '--right-of', 'DUMMY0');
    // The driver looks what is connected only when it is asked, and programs do not ask.
    await randr('--query');
  };
  await randr('--addmode', 'DUMMY1', '1024x768');
  await plugRight();
  return {
    name,
    point: async (x, y) => {
      await run('xdotool', ['mousemove', String(x), String(y)], { env });
    },
    unplugRight: async () => {
      await randr('--output', 'DUMMY1', '--off');
    },
    plugRight,
    stop: () => {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
