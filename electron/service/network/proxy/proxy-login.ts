import { AppError } from '@shared/errors/app-error';

/** The server that asks for a login, as Chromium reports it. */
export type Challenge = { isProxy: boolean; host: string; port: number; scheme: string };
export type Credentials = { userName: string; password: string };

export type ProxyAccount = {
  /** Whether the proxy server (`host:port`) that asks for the login in this way (`basic`, `ntlm`) may have it. */
  mayHave: (proxy: string, scheme: string) => Promise<boolean>;
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
 * The login at the proxy server: given to the one that it is for alone, once. When it is refused, nothing is sent that way any
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
    // Whose login is under way is a matter of the moment in which this one was asked.
    const other = this.#answering;
    const scheme = challenge.scheme.toLowerCase().slice(0, 20);
    if (account === null || !challenge.isProxy || !(await account.mayHave(hostPort(challenge), scheme))) {
      throw new AppError('proxy-login-required');
    }
    if (!(await this.#mayAnswer(attempt, other))) {
      this.#state = 'refused';
      throw new AppError('proxy-login-refused');
    }
    const before = this.#state;
    this.#state = 'answered';
    this.#answering = attempt;
    this.onAsked(scheme);
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

  async #mayAnswer(attempt: Attempt, other: Attempt | null): Promise<boolean> {
    if (this.#state === 'untried') return true;
    // Chromium keeps an answered login and sends it by itself: who is asked all the same has had it refused.
    if (other === null || other === attempt) return false;
    await other.over;
    return this.#isStillGood();
  }

  #isStillGood(): boolean {
    return this.#state !== 'refused';
  }
}
