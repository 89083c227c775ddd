import { installDependencies } from './dependencies.mjs';
import { PlainError } from './report.mjs';
import { installSystemPackages, requirementsFor } from './system-packages.mjs';

const OLDEST_NODE = [20, 19];

/**
 * Makes a fresh clone ready; does nothing when it already is. `purpose` is `command` (the program itself), `start`
 * (the demo), `screenshots`, `test`, or `tools` (scripts without Electron).
 */
export async function setUp(purpose) {
  checkNode();
  await installDependencies();
  await installSystemPackages(requirementsFor(purpose, hasDisplay()));
}

/** Whether windows can appear on a screen that somebody sees. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new PlainError(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}
