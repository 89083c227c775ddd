/** Names under which the program keeps secrets. */
export const KEYCHAIN_NAMES = ['sealing-key', 'back-office-token'] as const;
export type KeychainName = (typeof KEYCHAIN_NAMES)[number];

/**
 * Keeps secrets of this account for one data folder. Every call throws `keychain-unavailable` when the store is locked,
 * gone or does not answer within 5 s; a secret is never put anywhere else instead. `keychain-damaged`: what was kept is
 * lost, and the store is empty from now on.
 */
export interface Keychain {
  /** `file` where the account has no keychain: encrypted, under a key that only the account may read. */
  readonly kind: 'os' | 'file';
  /** Null when there is none. */
  get(name: KeychainName): Promise<string | null>;
  set(name: KeychainName, value: string): Promise<void>;
  delete(name: KeychainName): Promise<void>;
}

/** Where a keychain belongs to. */
export interface KeychainPlace {
  /** The data folder; two of them on one account do not share secrets. */
  home: string;
  /** The service's state folder, below which the file kind lies; it exists. */
  state: string;
  /** An installed service belongs to the machine, and its account may change. */
  mode: 'embedded' | 'installed';
}
