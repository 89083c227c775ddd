import { z } from 'zod';
import { createWindowsHost, type WindowsHost } from '../windows-host';
import type { AdmitOperators } from './windows-claim';

/**
 * Has the helper set the access list of the pipe. A pipe is made with Windows' default list: all rights for the
 * system, the administrators and the account that made it, reading for everybody, which is not enough to connect. Node's
 * `readableAll` and `writableAll` would add reading and writing for everybody (libuv's `uv_pipe_chmod`), and writing to a
 * pipe includes making further instances of it: any account could then stand between service and client, pass the
 * handshake on, and act as whoever connects. So only the operators get it. Without a helper, in a clone or a portable copy,
 * the pipe stays with the account that made it. Throws where the helper fails.
 */
export const admitOperatorsWith =
  (host: WindowsHost = createWindowsHost()): AdmitOperators =>
  async (pipeName) => {
    if (!host.isThere()) return;
    const { outcome } = await host.ask(['admit-operators', pipeName], z.unknown());
    if (outcome !== 'done') throw new Error(`the access list of the pipe could not be set: ${outcome}`);
  };
