import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** How the wire in the executable writes a fuse: the digits 0 and 1. */
const [OFF, ON] = ['0', '1'].map((digit) => digit.charCodeAt(0));

/** The fuses of every packaged program, under the names that electron-builder gives them. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

const POSITIONS = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** The fuses as they stand in an executable: `true`, `false`, or the raw state where it is neither. */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  if (wire.version !== FuseVersion.V1) throw new Error(`unknown fuse version ${wire.version}`);
  return Object.fromEntries(
    Object.entries(POSITIONS).map(([name, position]) => [name, stateOf(wire[position])]),
  );
}

function stateOf(state) {
  if (state === ON) return true;
  return state === OFF ? false : state;
}
