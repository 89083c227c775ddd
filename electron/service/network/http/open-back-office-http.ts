import { app, session, type Certificate, type Request as VerifyRequest, type Session } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { ConnectionReason } from '@shared/errors/error-catalogue';
import { utcDay } from '@shared/domain/time/dates';
import type { ProxyInUse } from '@shared/domain/connection/connection';
import { isProxyFoundByItself } from '@shared/domain/settings/settings';
import type { HttpClient } from '@electron/service/ports/http-client';
import { UntrustedChain } from '@electron/service/ports/untrusted-chain';
import { systemProxyHints } from '@electron/platform/system-proxy';
import { verifyChain, type ChainVerdict } from '@electron/service/network/certificates/certificate-chain';
import { electronAdapter, type CertificateRefusals } from './electron-net-adapter';
import { createHttpClient } from './electron-http-client';
import { reasonOfNetError } from './net-errors';
import { evidenceAgainstClock } from '@electron/service/network/certificates/clock-evidence';
import { missingIssuer } from '@electron/service/network/certificates/missing-issuer';
import { authorityToOffer } from '@electron/service/network/certificates/offered-authority';
import type { PresentedChain } from '@electron/service/network/certificates/presented-chain';
import { proxyAccountOf, type ProxyChoice } from '@electron/service/network/proxy/session-proxy';
import { ProxyLogin } from '@electron/service/network/proxy/proxy-login';
import { ProxyRoute } from '@electron/service/network/proxy/proxy-route';

/** Chromium's numbers for what the procedure answers (net_error_list.h); -3 = keep Chromium's own verdict. */
const VERDICTS: Readonly<Record<ChainVerdict, number>> = {
  trusted: 0,
  'certificate-wrong-name': -200,
  'certificate-expired': -201,
  'certificate-untrusted': -202,
};
const CHROMIUM_VERDICT = -3;
const AUTHORITY_INVALID = 'net::ERR_CERT_AUTHORITY_INVALID';

export type BackOfficeHttpOptions = {
  address: string;
  userAgent: string;
  proxy: ProxyChoice;
  /** Opens the sealed password of the proxy login when it is asked for. */
  openSecret: (sealed: string) => Promise<string>;
  /** Hears which proxy server is used, when it is known and when it changes. */
  onProxy?: (proxy: ProxyInUse) => void;
  /** PEM texts, trusted in addition to the system's. */
  certificates: readonly string[];
  /** The latest believed time that a signature vouches for, in ms since the epoch; asked only about a chain out of date. */
  signedTime?: () => number;
  /** Hears of every chain that a server presents; a verdict is remembered, so not of each connection. */
  onChain?: (chain: PresentedChain) => void;
  /** Hears how the proxy server asks for the login when it is given. */
  onLogin?: (scheme: string) => void;
};

const chainOf = (certificate: Certificate): string[] => {
  const chain: string[] = [];
  // The last certificate has no issuer, although the typings say otherwise.
  let link = certificate as Certificate | null | undefined;
  while (link && chain.length < 10) {
    chain.push(link.data);
    link = link.issuerCert;
  }
  return chain;
};

const issuerOf = ({ issuer, issuerName }: Certificate) => {
  const name = issuerName === '' ? (issuer.organizations[0] ?? '?') : issuerName;
  return name.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200);
};

/** The failure for a chain that is not trusted; where it is the clock that is wrong, it and not the certificate is named. */
const refusalOf = (
  verdict: ConnectionReason,
  presented: { chain: readonly string[]; now: number; issuer: string; cause: UntrustedChain },
  signedTime: number,
): AppError => {
  const { chain, now, issuer, cause } = presented;
  const against = verdict === 'certificate-expired' ? evidenceAgainstClock(chain, { now, signedTime }) : null;
  const missing = verdict === 'certificate-untrusted' ? missingIssuer(chain) : null;
  if (missing !== null) return new AppError('certificate-incomplete', { issuer: missing }, cause);
  if (against === null) return new AppError(verdict, { issuer }, cause);
  return new AppError('clock-wrong', { clock: utcDay(now), signed: utcDay(against) }, cause);
};

/**
 * Chromium judges first. Only where it knows no authority for an otherwise unchecked chain, the chain is checked here
 * against the extra certificates; no other verdict is ever overruled.
 */
const trustAlso = (
  target: Session,
  { certificates: anchors, onChain, signedTime = () => 0 }: BackOfficeHttpOptions,
): CertificateRefusals => {
  const refusals = new Map<string, AppError>();
  const judge = ({ hostname, certificate, verificationResult }: VerifyRequest): number => {
    if (verificationResult === 'net::OK') return CHROMIUM_VERDICT;
    const presented = { chain: chainOf(certificate), host: hostname, now: Date.now() };
    const verdict =
      verificationResult === AUTHORITY_INVALID
        ? verifyChain({ ...presented, anchors })
        : reasonOfNetError(verificationResult);
    if (verdict === 'trusted') return VERDICTS.trusted;
    const isUnknown = verificationResult === AUTHORITY_INVALID && verdict === 'certificate-untrusted';
    const cause = new UntrustedChain(verificationResult, isUnknown ? authorityToOffer(presented) : null);
    const failure = { ...presented, issuer: issuerOf(certificate), cause };
    refusals.set(hostname, refusalOf(verdict, failure, signedTime()));
    return verificationResult === AUTHORITY_INVALID ? VERDICTS[verdict as ChainVerdict] : CHROMIUM_VERDICT;
  };
  target.setCertificateVerifyProc((request, answer) => {
    const tell = (verdict: number) => {
      const isTrusted = verdict === VERDICTS.trusted || request.verificationResult === 'net::OK';
      onChain?.({ certificates: chainOf(request.certificate), isTrusted });
    };
    try {
      const verdict = judge(request);
      tell(verdict);
      answer(verdict);
    } catch {
      answer(VERDICTS['certificate-untrusted']);
    }
  });
  return { refusalFor: (host) => refusals.get(host.replaceAll(/^\[|\]$/g, '')) ?? refusals.get(host) };
};

let opened = 0;

/**
 * Opens the way to the back office: a session of its own in memory, so that no connection, verdict or cookie of earlier
 * settings lives on. No connection is made before the first request. To be called after `app` is ready.
 */
export const openBackOfficeHttp = async (options: BackOfficeHttpOptions): Promise<HttpClient> => {
  // Names are asked of the system only: Chromium's own resolver would try DNS over HTTPS by itself.
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' });
  opened += 1;
  const own = session.fromPartition(`back-office-${opened}`, { cache: false });
  // A new session fetches spelling dictionaries from their maker's server, pages or no pages.
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  own.setUserAgent(options.userAgent);
  const refusals = trustAlso(own, options);
  let inUse: ProxyInUse | null = null;
  let login: Pick<ProxyInUse, 'login'> = {};
  const tellProxy = () => {
    if (inUse !== null) options.onProxy?.({ ...inUse, ...login });
  };
  const hints = systemProxyHints();
  const route = new ProxyRoute({
    session: own,
    choice: options.proxy,
    address: options.address,
    hints,
    onFound: (proxy) => {
      inUse = proxy;
      tellProxy();
    },
  });
  // Detection asks the network: not before there is a request.
  if (!isProxyFoundByItself(options.proxy.mode)) await route.ready();
  const account = proxyAccountOf(options.proxy, {
    openSecret: options.openSecret,
    logins: hints.logins,
    mayHave: (proxy, scheme) => route.mayHaveLogin(proxy, scheme),
  });
  const proxyLogin = new ProxyLogin(account, (scheme) => {
    login = { login: scheme };
    options.onLogin?.(scheme);
    tellProxy();
  });
  return createHttpClient({
    address: options.address,
    userAgent: options.userAgent,
    transport: { adapter: electronAdapter({ session: own, refusals, login: proxyLogin, route }) },
    close: () => own.closeAllConnections(),
  });
};
