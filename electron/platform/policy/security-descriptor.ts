import type { Distrust } from './policy-source';

/** SYSTEM, the Administrators and TrustedInstaller, as SDDL writes them (Windows documentation, "SID Strings"). */
const ADMINISTRATORS = ['SY', 'BA', 'S-1-5-18', 'S-1-5-32-544'];
const TRUSTED_INSTALLER = 'S-1-5-80-956008885-';

const isAdministrator = (sid: string) => ADMINISTRATORS.includes(sid) || sid.startsWith(TRUSTED_INSTALLER);

/** The rights that do no more than read: everything else counts as writing. */
const READING = 0x0012_00a9;
const READING_NAMES = ['FR', 'FX', 'GR', 'GX', 'RC', 'SY', 'CC', 'SW', 'LO'];

const mayOnlyRead = (rights: string) => {
  if (/^0x[0-9a-f]+$/i.test(rights)) {
    const writing = BigInt(rights) & ~BigInt(READING);
    // GENERIC_READ and GENERIC_EXECUTE stand above the others.
    return (writing & ~0xa000_0000n) === 0n;
  }
  const names = rights.match(/../g) ?? [];
  return names.length > 0 && names.every((name) => READING_NAMES.includes(name));
};

/**
 * Whether nobody but administrators owns or may write what a security descriptor (SDDL, as `Get-Acl` gives it) protects.
 * An entry that is only handed down to children does not count for the thing itself.
 */
export const distrustOfDescriptor = (sddl: string): Distrust | null => {
  const owner = /^O:(.+?)(?=[GDS]:)/.exec(sddl.trim())?.[1];
  if (owner === undefined || !isAdministrator(owner)) return 'wrong-owner';
  const dacl = /D:[A-Z]*((?:\([^)]*\))*)/.exec(sddl)?.[1];
  // Without a list everybody may do everything.
  if (dacl === undefined || dacl === '') return 'writable-by-others';
  for (const [, entry = ''] of dacl.matchAll(/\(([^)]*)\)/g)) {
    const [type = '', flags = '', rights = '', , , sid = ''] = entry.split(';');
    const isAllowing = type !== 'D' && type !== 'OD' && type !== 'XD';
    if (!isAllowing || flags.includes('IO') || isAdministrator(sid)) continue;
    if (!mayOnlyRead(rights)) return 'writable-by-others';
  }
  return null;
};
