import { readAuthority } from '@electron/settings/authority-certificate';
import type { OfferedAuthority } from '@shared/domain/settings/trusted-certificate';
import { verifyChain } from './certificate-chain';

/** The longest certificate that a settings file accepts. */
const MOST_CHARACTERS = 16_384;

const readQuietly = (pem: string, now: number): OfferedAuthority | null => {
  try {
    return readAuthority(pem, now);
  } catch {
    return null;
  }
};

/**
 * The topmost certificate of a presented chain that may issue others, is valid, and makes the whole chain trusted for
 * this host once it is trusted itself; null where there is none. `now` in ms since the epoch.
 */
export const authorityToOffer = (presented: {
  chain: readonly string[];
  host: string;
  now: number;
}): OfferedAuthority | null => {
  for (const pem of [...presented.chain].reverse()) {
    const authority = readQuietly(pem, presented.now);
    if (authority === null || authority.pem.length > MOST_CHARACTERS) continue;
    if (verifyChain({ ...presented, anchors: [authority.pem] }) === 'trusted') return authority;
  }
  return null;
};
