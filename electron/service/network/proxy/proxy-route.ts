import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { ConnectionReason } from '@shared/errors/error-catalogue';
import type { ProxyInUse } from '@shared/domain/connection/connection';
import { isProxyFoundByItself } from '@shared/domain/settings/settings';
import type { SystemProxyHints } from '@electron/platform/system-proxy';
import { blameOf } from './ask-proxy';
import { firstHttpProxyOf, firstProxyOf, proxiesIn, proxyConfigOf, type ProxyChoice } from './session-proxy';
import { endProxyScripts } from './proxy-script-process';

export type ProxySession = Pick<
  Session,
  'setProxy' | 'resolveProxy' | 'forceReloadProxyConfig' | 'resolveHost'
>;

/** An address that no rule is about: what holds for it holds for all. */
const ANY_ADDRESS = 'https://any-address.invalid/';
/** A script may be long in coming; a request has a deadline of its own, a look at the status has not. */
const PATIENCE_MS = 10_000;
/** A proxy server that has said nothing for so long is none. */
const PROXY_PATIENCE_MS = 8000;

const soon = <T>(work: Promise<T>): Promise<T> => {
  const over = new AbortController();
  const late = wait(PATIENCE_MS, undefined, { signal: over.signal }).then(() => {
    endProxyScripts();
    throw new AppError('proxy-detection-failed');
  });
  return Promise.race([work, late]).finally(() => over.abort());
};

/** Passed over in silence by the system's own rules, a script that cannot be had or is none is told when it is a must. */
const isUnusable = async (session: ProxySession, address: string, script: string): Promise<boolean> => {
  await session.setProxy({ mode: 'pac_script', pacScript: script });
  const answer = await soon(session.resolveProxy(address));
  await session.setProxy({ mode: 'system' });
  return answer === '';
};

/**
 * Looks for the proxy server as the account of this process has it: the system's settings first, and where they name
 * nothing at all, the network's (WPAD). Leaves the session set to what was found. Throws `proxy-detection-failed` when
 * a script does not come to an end.
 */
export const detectProxy = async (
  session: ProxySession,
  address: string,
  hints: SystemProxyHints,
): Promise<ProxyInUse> => {
  const found = async (url: string) => firstProxyOf(await soon(session.resolveProxy(url)));
  const { script, socks } = hints;
  if (socks !== null) {
    await session.setProxy({
      mode: 'fixed_servers',
      proxyRules: socks.rules,
      proxyBypassRules: socks.bypass,
    });
    return { mode: 'detect', found: await found(address), source: 'system', script: null };
  }
  await session.setProxy({ mode: 'system' });
  const bySystem = await found(address);
  if (bySystem === null && script !== null && (await isUnusable(session, address, script))) {
    return { mode: 'detect', found: null, source: 'script', script, isScriptUnusable: true };
  }
  if (bySystem !== null || hints.isConfigured || (await found(ANY_ADDRESS)) !== null) {
    return { mode: 'detect', found: bySystem, source: script === null ? 'system' : 'script', script };
  }
  await session.setProxy({ mode: 'auto_detect' });
  const byNetwork = await found(address);
  if (byNetwork !== null) return { mode: 'detect', found: byNetwork, source: 'network', script: null };
  await session.setProxy({ mode: 'system' });
  return { mode: 'detect', found: null, source: null, script: null };
};

/**
 * Has the session follow the script of the settings. Throws `proxy-detection-failed` as above, and `proxy-script-unusable`
 * where it cannot be had or is no script: then nothing is reached, also not directly.
 */
export const followScript = async (
  session: ProxySession,
  address: string,
  choice: ProxyChoice,
): Promise<ProxyInUse> => {
  const config = proxyConfigOf(choice);
  await session.setProxy(config);
  const answer = await soon(session.resolveProxy(address));
  if (answer === '') throw new AppError('proxy-script-unusable');
  const script = config.pacScript ?? null;
  return { mode: 'script', found: firstProxyOf(answer), source: 'script', script };
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

  /** Resolves when the session knows its way. Throws `proxy-detection-failed`. */
  ready(): Promise<void> {
    // The next request searches again when nothing was found.
    this.#ready ??= this.#find().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  /** A request has failed on its way: the next one looks anew. */
  async invalidate(): Promise<void> {
    this.#isProven = false;
    if (!isProxyFoundByItself(this.options.choice.mode)) return;
    this.#ready = null;
    await this.options.session.forceReloadProxyConfig();
  }

  /** An answer has come. A script may name several ways, and the first need not have been the one. */
  async confirm(): Promise<void> {
    const { session, choice, address } = this.options;
    if (this.#isProven || !isProxyFoundByItself(choice.mode) || this.#known === null) return;
    this.#isProven = true;
    const found = await soon(session.resolveProxy(address)).then(firstProxyOf, () => null);
    if (found !== this.#known.found) this.#report({ ...this.#known, found });
  }

  /** Whether the name of the proxy server that stands in the way leads nowhere. */
  async isNameUnknown(): Promise<boolean> {
    const { session, address } = this.options;
    const proxy = await soon(session.resolveProxy(address)).then(firstProxyOf, () => null);
    if (proxy === null) return false;
    const host = proxy.replace(/:\d+$/, '').replaceAll(/^\[|\]$/g, '');
    return soon(session.resolveHost(host)).then(
      () => false,
      (error: unknown) => String(error).includes('ERR_NAME_NOT_RESOLVED'),
    );
  }

  /**
   * Whether a proxy server may be shown the login of the settings: one that the account's own settings or its script
   * name. One that the network names (WPAD) could be anybody's, so that it never sees a readable password.
   */
  async mayHaveLogin(proxy: string, scheme: string): Promise<boolean> {
    const { session, address } = this.options;
    if (this.#known === null || (this.#known.source === 'network' && scheme === 'basic')) return false;
    const named = await soon(session.resolveProxy(address)).then(proxiesIn, (): string[] => []);
    return named.includes(proxy);
  }

  /** What the proxy server that stands in the way has to do with a failure to reach `target`; null = nothing, or there is none. */
  async blame(target: string): Promise<ConnectionReason | null> {
    const { session, address } = this.options;
    const proxy = await soon(session.resolveProxy(address)).then(firstHttpProxyOf, () => null);
    return proxy === null ? null : blameOf(proxy, target, PROXY_PATIENCE_MS);
  }

  async #find(): Promise<void> {
    const { session, choice, address, hints } = this.options;
    if (choice.mode === 'detect') {
      this.#report(await detectProxy(session, address, hints));
      return;
    }
    if (choice.mode === 'script') {
      this.#report(await followScript(session, address, choice));
      return;
    }
    const config = proxyConfigOf(choice);
    await session.setProxy(config);
    const found = config.proxyRules ?? null;
    this.#report({ mode: choice.mode, found, source: found === null ? null : 'settings', script: null });
  }

  #report(proxy: ProxyInUse): void {
    this.#known = proxy;
    this.options.onFound(proxy);
  }
}
