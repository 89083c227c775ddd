import { AppError } from '@shared/errors/app-error';

/** The server that asks for a login, as Chromium reports it. */
export type Challenge = { isProxy: boolean; host: string; port: number; scheme: string };
export type Credentials = { userName: string; password: string };

export type ProxyAccount = {
  /** `host:port` of the one proxy server that may have the login. */
  proxy: string;
  userName: string;
  openPassword: () => Promise<string>;
};

/** One request, from its start to its answer or its end. */
export type Attempt = { readonly over: Promise<void> };

const hostPort = ({ host, port }: Challenge) => {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${name.toLowerCase()}:${port}`;
};

/**
 * The login at the configured proxy server: given to it alone, once. When it is refused, nothing is sent that way any
 * more, because a few wrong logins lock an account.
 */
export class ProxyLogin {
  #state: 'untried' | 'answered' | 'accepted' | 'refused' = 'untried';
  #isWayOpen = false;
  /** Whose login is being looked at. */
  #answering: Attempt | null = null;
  #queue: Promise<void> = Promise.resolve();

  /** `onAsked` hears how the login is asked for when it is given: `basic`, `digest`, `ntlm`. */
  constructor(
    private readonly account: ProxyAccount | null,
    private readonly onAsked: (scheme: string) => void = () => undefined,
  ) {}

  /** Runs a request; one at a time until one has been answered. Throws `proxy-login-refused` after a refusal. */
  async run<T>(request: (attempt: Attempt) => Promise<T>): Promise<T> {
    let finish: () => void = () => undefined;
    const attempt: Attempt = { over: new Promise((resolve) => (finish = resolve)) };
    if (this.account !== null && !this.#isWayOpen) {
      const turn = this.#queue;
      this.#queue = turn.then(() => attempt.over);
      await turn;
    }
    try {
      if (this.#state === 'refused') throw new AppError('proxy-login-refused');
      return await request(attempt);
    } finally {
      if (this.#answering === attempt) this.#answering = null;
      finish();
    }
  }

  /** Throws `proxy-login-required` where the login is not for whoever asks, `proxy-login-refused` on a second question. */
  async answer(attempt: Attempt, challenge: Challenge): Promise<Credentials> {
    const { account } = this;
    if (account === null || !challenge.isProxy || hostPort(challenge) !== account.proxy) {
      throw new AppError('proxy-login-required');
    }
    if (!(await this.#mayAnswer(attempt))) {
      this.#state = 'refused';
      throw new AppError('proxy-login-refused');
    }
    const before = this.#state;
    this.#state = 'answered';
    this.#answering = attempt;
    this.onAsked(challenge.scheme.toLowerCase().slice(0, 20));
    try {
      return { userName: account.userName, password: await account.openPassword() };
    } catch (error) {
      this.#state = before;
      throw error;
    }
  }

  /** An answer has come through: what was sent is right, or was not asked for. */
  connectionOpened(): void {
    this.#isWayOpen = true;
    if (this.#state === 'answered') this.#state = 'accepted';
  }

  async #mayAnswer(attempt: Attempt): Promise<boolean> {
    const other = this.#answering;
    if (this.#state === 'untried') return true;
    // Chromium keeps an answered login and sends it by itself: who is asked all the same has had it refused.
    if (this.#state !== 'answered' || other === null || other === attempt) return false;
    await other.over;
    return this.#isStillGood();
  }

  #isStillGood(): boolean {
    return this.#state !== 'refused';
  }
}
