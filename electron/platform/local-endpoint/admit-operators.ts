import { existsSync } from 'node:fs';
import path from 'node:path';
import { runProgram, windowsCall } from '../programs';
import type { AdmitOperators } from './windows-claim';

/** Installed beside the program, where only administrators may write; see `build/windows/service-host.c`. */
const HOST_FILE = 'remote-service-host.exe';

/**
 * Has the service host set the access list of the pipe. A pipe is made with Windows' default list: all rights for the
 * system, the administrators and the account that made it, reading for everybody, which is not enough to connect. Node's
 * `readableAll` and `writableAll` would add reading and writing for everybody (libuv's `uv_pipe_chmod`), and writing to a
 * pipe includes making further instances of it: any account could then stand between service and client, pass the
 * handshake on, and act as whoever connects. So only the operators get it. Without a host, in a clone or a portable copy,
 * the pipe stays with the account that made it. Throws where the host fails.
 */
export const admitOperatorsWith =
  (programFolder: string): AdmitOperators =>
  async (pipeName) => {
    const executable = path.join(programFolder, HOST_FILE);
    if (!existsSync(executable)) return;
    const surroundings = windowsCall('sc', []);
    const { code } = await runProgram({ ...surroundings, executable, args: ['--admit-operators', pipeName] });
    if (code !== 0) throw new Error(`the access list of the pipe could not be set: ${code}`);
  };
