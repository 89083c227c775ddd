import type { Accounts } from '@electron/platform/accounts';
import { OPERATORS_GROUP } from '@shared/domain/status/service-names';

/** Names the account at the other end of a connection, by what it has shown; null where that is nobody. */
export type NamePeer = (shown: number | null) => Promise<string | null>;

/**
 * Where the system lets an account be shown, who shows none is nobody. On Windows, which does not, it is what the
 * handshake has proved: this account, of an embedded service, else one of the operators.
 */
export const createPeerNames = (
  accounts: Accounts,
  { showsAccounts, mode }: { showsAccounts: boolean; mode: 'embedded' | 'installed' },
): NamePeer => {
  const known = new Map<number, string>();
  return async (shown) => {
    if (shown === null) {
      if (showsAccounts) return null;
      return mode === 'embedded' ? accounts.current() : OPERATORS_GROUP;
    }
    const name = known.get(shown) ?? (await accounts.nameOf(shown));
    known.set(shown, name);
    return name;
  };
};
