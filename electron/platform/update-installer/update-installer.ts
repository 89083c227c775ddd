/** A verified installer as the service names it: `file` absolute, `sha256` in lower-case hex, `size` in bytes. */
export type InstallerPackage = { file: string; sha256: string; size: number };

/** `installed`: it is done, the program has to be started anew · `started`: it runs and asks for itself what it needs. */
type InstallOutcome = 'installed' | 'started';

/** Starts the installer of an update, and only the very bytes that were signed. */
export interface UpdateInstaller {
  /**
   * Throws `update-changed` where the file is not the signed one any more, `update-installer-unknown` for a kind that
   * cannot be started here, `update-install-refused` and `update-install-failed`.
   */
  install(installer: InstallerPackage): Promise<InstallOutcome>;
}
