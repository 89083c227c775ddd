/** Of all places, which are `CONNECTIONS_CAP`, so many for one account: a window, its helpers and a few commands. */
export const ACCOUNT_CONNECTIONS_CAP = 8;

/** What one account takes of the service now. */
export interface AccountLoad {
  connections: number;
  /** Requests of all its connections that wait for an answer. */
  requests: number;
}

const newLoad = (): AccountLoad => ({ connections: 0, requests: 0 });

/** Counts what each account takes, so that one member of the operators cannot keep the others out. */
export class AccountLoads {
  readonly #loads = new Map<number | null, AccountLoad>();

  /** `showsAccounts` false: the system tells no account from another, and each connection counts for itself. */
  constructor(
    private readonly showsAccounts: boolean,
    private readonly cap: number,
  ) {}

  /** Takes a place for one more connection; null where the account has all that are its own. Who shows none is one account. */
  enter(account: number | null): AccountLoad | null {
    const load = (this.showsAccounts ? this.#loads.get(account) : undefined) ?? newLoad();
    if (load.connections >= this.cap) return null;
    load.connections += 1;
    this.#loads.set(account, load);
    return load;
  }

  leave(account: number | null, load: AccountLoad): void {
    load.connections -= 1;
    // Requests that still run count against the next connection of this account too.
    if (load.connections === 0 && load.requests === 0) this.#loads.delete(account);
  }
}
