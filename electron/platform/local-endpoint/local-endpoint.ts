import type { Server } from 'node:net';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { DataPlace } from '../folders';
import type { Readers } from '../private-files';

/** Where the service listens, as `listen` and `connect` of `node:net` take it. */
export interface EndpointAddress {
  path: string;
  /** To be called when neither a connection attempt nor a listener needs the address any more. */
  release(): void;
}

/** The findings of the check before a connection. */
export interface EndpointTrust {
  /** The accounts whose files are believed, by their numbers: own account and root, unless it says others. */
  owners?: readonly number[];
}

/** A key beside the endpoint: 32 bytes, kept as base64url. */
export interface KeyFile {
  /** Absolute. */
  runFolder: string;
  /** One word; the file's own name is the adapter's. */
  name: string;
  /** `group`: the operators, besides the service's account and the administrators. */
  readers: Readers;
}

/**
 * The service's end point on this machine and what lies beside it, in the one folder that the service's account alone may
 * write to and the operators may read. It keeps strangers out as far as the system can; whoever gets through to the other
 * end has still proved nothing, which is what the handshake is for.
 */
export interface LocalEndpoint {
  /** The meaning of a failed connection by the system's code; every other code says that no service listens. */
  readonly connectFailures: Readonly<Record<string, ErrorCode>>;
  /**
   * Makes `server` listen; of several services that try at once only one gets the end point. Throws `AppError`
   * `service-already-running` or `socket-in-the-way` (with `file`).
   */
  claim(server: Server, runFolder: string): Promise<EndpointAddress>;
  /**
   * The client's look before it connects: folder and end point belong to whom they should. `installed`: to the account
   * that the machine gave the service. Throws `AppError` `service-stopped`, `not-allowed` or `service-untrusted`.
   */
  findOwners(runFolder: string, mode: DataPlace['mode']): EndpointTrust;
  /** Where to connect to now. Throws `AppError` `service-stopped`, `not-allowed` or `service-untrusted`. */
  address(runFolder: string): EndpointAddress;
  /**
   * Everything is checked on the open descriptor. Throws `AppError`: `service-stopped` (no key yet), `not-allowed` (closed
   * to this account), `service-untrusted` (a link, a stranger's file, one that others may write, or no key at all).
   */
  readKey(key: KeyFile, trust?: EndpointTrust): Buffer;
  /** Whether clients can show whose account they run as. */
  readonly showsAccounts: boolean;
  /** Makes the place where they do so, before `claim`. */
  openIdentities(runFolder: string): void;
  /**
   * The client's side: shows its account under a name that only the two ends of its connection can work out; gives how to
   * take that away. Never throws: who cannot show its account is nobody.
   */
  showIdentity(runFolder: string, name: string): () => void;
  /** The service's side, once: the number of the account that has shown itself under this name; null for nobody. */
  takeIdentity(runFolder: string, name: string): number | null;
  /** Moves what stands in a key's place aside, whole; gives its old and its new path. Throws the system's error. */
  setKeyAside(key: KeyFile): Promise<{ file: string; keptAs: string }>;
  /** Puts a key in place, whole, readable by those alone who are named. Throws the system's error. */
  writeKey(key: KeyFile, bytes: Uint8Array): Promise<void>;
}
