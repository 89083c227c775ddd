import { lookup } from 'node:dns/promises';
import { EventEmitter } from 'node:events';
import https from 'node:https';

const DEEPEST_CHAIN = 8;
/** What a certificate procedure answers: good, or "as Chromium found it". */
const [GOOD, AS_FOUND] = [0, -3];
const OK = 'net::OK';

const CERTIFICATE_ERRORS = {
  CERT_HAS_EXPIRED: 'net::ERR_CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'net::ERR_CERT_COMMON_NAME_INVALID',
};
const NETWORK_ERRORS = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
};

const pemOf = (bytes) =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

/** Node's certificate, with its chain, in the shape of Electron's. */
const certificateOf = (from, depth = 0) => {
  const issuer = from.issuerCertificate;
  const hasIssuer = issuer?.raw !== undefined && !issuer.raw.equals(from.raw) && depth < DEEPEST_CHAIN;
  return {
    data: pemOf(from.raw),
    subjectName: from.subject?.CN ?? '',
    issuerName: from.issuer?.CN ?? '',
    issuer: { organizations: [from.issuer?.O ?? ''] },
    issuerCert: hasIssuer ? certificateOf(issuer, depth + 1) : null,
  };
};

const foundFor = (socket) =>
  socket.authorized
    ? OK
    : (CERTIFICATE_ERRORS[socket.authorizationError] ?? 'net::ERR_CERT_AUTHORITY_INVALID');

class Session extends EventEmitter {
  verify = null;

  setCertificateVerifyProc = (verify) => void (this.verify = verify);
  setSpellCheckerEnabled = () => undefined;
  setSpellCheckerLanguages = () => undefined;
  setUserAgent = () => undefined;
  closeAllConnections = () => Promise.resolve();
  setProxy = () => Promise.resolve();
  forceReloadProxyConfig = () => Promise.resolve();
  resolveProxy = () => Promise.resolve('DIRECT');
  resolveHost = async (host) => ({
    endpoints: (await lookup(host, { all: true })).map(({ address }) => ({ address })),
  });
}

/** One request over HTTPS, whose certificate is judged by the procedure of its session. */
class ClientRequest extends EventEmitter {
  #options;
  #request = null;
  #isAborted = false;

  constructor(options) {
    super();
    this.#options = options;
  }

  end(body) {
    const { url, method, headers } = this.#options;
    const request = https.request(url, { method, headers, rejectUnauthorized: false, agent: false });
    this.#request = request;
    request.on('socket', (socket) => socket.once('secureConnect', () => this.#judge(socket)));
    request.on('response', (response) => this.#answer(response));
    request.on('error', (error) => this.#fail(error));
    request.end(body);
  }

  abort() {
    if (this.#isAborted) return;
    this.#isAborted = true;
    this.#request?.destroy();
    this.emit('abort');
  }

  #judge(socket) {
    const { url, session: own } = this.#options;
    const found = foundFor(socket);
    const facts = {
      hostname: new URL(url).hostname,
      certificate: certificateOf(socket.getPeerCertificate(true)),
      verificationResult: found,
    };
    own.verify?.(facts, (verdict) => {
      const isGood = verdict === GOOD || (verdict === AS_FOUND && found === OK);
      if (!isGood) this.#request.destroy(new Error(found === OK ? 'net::ERR_CERT_INVALID' : found));
    });
  }

  #answer(response) {
    const { statusCode, headers } = response;
    const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
    if (isRedirect) this.emit('redirect', statusCode, this.#options.method, headers.location, {});
    else this.emit('response', response);
  }

  #fail({ code, message }) {
    if (this.#isAborted) return;
    const known = message.startsWith('net::') ? message : (NETWORK_ERRORS[code] ?? 'net::ERR_FAILED');
    this.emit('error', new Error(known));
  }
}

export const net = { isOnline: () => true, request: (options) => new ClientRequest(options) };
export const session = { fromPartition: () => new Session() };
