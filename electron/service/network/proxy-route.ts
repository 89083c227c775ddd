import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from 'electron';
import type { ProxyInUse } from '@shared/domain/connection';
import type { SystemProxyHints } from '@electron/platform/system-proxy';
import { proxyConfigOf, type ProxyChoice } from './proxy';

export type ProxySession = Pick<
  Session,
  'setProxy' | 'resolveProxy' | 'forceReloadProxyConfig' | 'resolveHost'
>;

/** An address that no rule is about: what holds for it holds for all. */
const ANY_ADDRESS = 'https://any-address.invalid/';
/** A script may be long in coming; a request has a deadline of its own, a look at the status has not. */
const PATIENCE_MS = 10_000;

/** `PROXY a:1;DIRECT` -> `a:1`, and null for DIRECT: what is tried first. */
export const firstProxyOf = (answer: string): string | null => {
  const [first = ''] = answer.split(';', 1);
  return /^(?:PROXY|HTTPS|SOCKS[45]?)\s+(\S+)/i.exec(first.trim())?.[1]?.toLowerCase() ?? null;
};

const soon = <T>(work: Promise<T>): Promise<T | undefined> => {
  const over = new AbortController();
  const late = wait(PATIENCE_MS, undefined, { signal: over.signal }).catch(() => undefined);
  return Promise.race([work, late]).finally(() => over.abort());
};

/**
 * Looks for the proxy server as the account of this process has it: the system's settings first, and where they name
 * nothing at all, the network's (WPAD). Leaves the session set to what was found.
 */
export const detectProxy = async (
  session: ProxySession,
  address: string,
  hints: SystemProxyHints,
): Promise<ProxyInUse> => {
  const found = async (url: string) => firstProxyOf((await soon(session.resolveProxy(url))) ?? '');
  const { script } = hints;
  await session.setProxy({ mode: 'system' });
  const bySystem = await found(address);
  if (bySystem !== null || hints.isConfigured || (await found(ANY_ADDRESS)) !== null) {
    return { mode: 'detect', found: bySystem, source: script === null ? 'system' : 'script', script };
  }
  await session.setProxy({ mode: 'auto_detect' });
  const byNetwork = await found(address);
  if (byNetwork !== null) return { mode: 'detect', found: byNetwork, source: 'network', script: null };
  await session.setProxy({ mode: 'system' });
  return { mode: 'detect', found: null, source: null, script: null };
};

export type ProxyRouteOptions = {
  session: ProxySession;
  choice: ProxyChoice;
  address: string;
  hints: SystemProxyHints;
  onFound: (proxy: ProxyInUse) => void;
};

/** The way past the proxy server: set before the first request and, where it is detected, looked for again after a failure. */
export class ProxyRoute {
  #ready: Promise<void> | null = null;
  #isProven = false;
  #known: ProxyInUse | null = null;

  constructor(private readonly options: ProxyRouteOptions) {}

  /** Resolves when the session knows its way. */
  ready(): Promise<void> {
    this.#ready ??= this.#find();
    return this.#ready;
  }

  /** A request has failed on its way: the next one looks anew. */
  async doubt(): Promise<void> {
    this.#isProven = false;
    if (this.options.choice.mode !== 'detect') return;
    this.#ready = null;
    await this.options.session.forceReloadProxyConfig();
  }

  /** An answer has come. A script may name several ways, and the first need not have been the one. */
  async proven(): Promise<void> {
    const { session, choice, address } = this.options;
    if (this.#isProven || choice.mode !== 'detect' || this.#known === null) return;
    this.#isProven = true;
    const found = firstProxyOf(await session.resolveProxy(address));
    if (found !== this.#known.found) this.#tell({ ...this.#known, found });
  }

  /** Whether the name of the proxy server that stands in the way leads nowhere. */
  async isNameUnknown(): Promise<boolean> {
    const { session, address } = this.options;
    const proxy = firstProxyOf(await session.resolveProxy(address));
    if (proxy === null) return false;
    const host = proxy.replace(/:\d+$/, '').replaceAll(/^\[|\]$/g, '');
    return session.resolveHost(host).then(
      () => false,
      (error: unknown) => String(error).includes('ERR_NAME_NOT_RESOLVED'),
    );
  }

  async #find(): Promise<void> {
    const { session, choice, address, hints } = this.options;
    if (choice.mode === 'detect') {
      this.#tell(await detectProxy(session, address, hints));
      return;
    }
    const config = proxyConfigOf(choice);
    await session.setProxy(config);
    const found = config.proxyRules ?? null;
    this.#tell({ mode: choice.mode, found, source: found === null ? null : 'settings', script: null });
  }

  #tell(proxy: ProxyInUse): void {
    this.#known = proxy;
    this.options.onFound(proxy);
  }
}
