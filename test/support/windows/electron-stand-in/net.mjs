import { lookup } from 'node:dns/promises';
import { EventEmitter } from 'node:events';
import https from 'node:https';

const pem = (raw) =>
  `-----BEGIN CERTIFICATE-----\n${raw.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

const DEPTH_LIMIT = 8;

/** A certificate as Electron hands it to the check, with those above it. */
const certificateOf = (given, depth = 0) => {
  const above = given.issuerCertificate;
  const isRoot = above?.raw === undefined || above.raw.equals(given.raw) || depth === DEPTH_LIMIT;
  return {
    data: pem(given.raw),
    issuerName: given.issuer?.CN ?? '',
    issuer: { organizations: [given.issuer?.O ?? ''] },
    subjectName: given.subject?.CN ?? '',
    issuerCert: isRoot ? null : certificateOf(above, depth + 1),
  };
};

/** One partition: here it only carries the program's own check of certificates. */
class Session extends EventEmitter {
  verify = null;

  setCertificateVerifyProc(procedure) {
    this.verify = procedure;
  }

  resolveProxy() {
    return Promise.resolve('DIRECT');
  }

  async resolveHost(host) {
    return { endpoints: (await lookup(host, { all: true })).map(({ address }) => ({ address })) };
  }

  setProxy() {
    return Promise.resolve();
  }

  forceReloadProxyConfig() {
    return Promise.resolve();
  }

  closeAllConnections() {
    return Promise.resolve();
  }

  setSpellCheckerLanguages() {
    return undefined;
  }

  setSpellCheckerEnabled() {
    return undefined;
  }

  setUserAgent() {
    return undefined;
  }
}

export const session = { fromPartition: () => new Session() };

/** Chromium's words for what Node says (net_error_list.h). */
const CERTIFICATE_ERRORS = {
  CERT_HAS_EXPIRED: 'net::ERR_CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'net::ERR_CERT_COMMON_NAME_INVALID',
};
const NET_ERRORS = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
};

const netError = (error) =>
  new Error(
    error.message.startsWith('net::') ? error.message : (NET_ERRORS[error.code] ?? 'net::ERR_FAILED'),
  );

const resultOf = (socket) =>
  socket.authorized
    ? 'net::OK'
    : (CERTIFICATE_ERRORS[socket.authorizationError] ?? 'net::ERR_CERT_AUTHORITY_INVALID');

class Request extends EventEmitter {
  isAborted = false;

  constructor(options) {
    super();
    this.options = options;
  }

  check(socket) {
    const verificationResult = resultOf(socket);
    const certificate = certificateOf(socket.getPeerCertificate(true));
    const hostname = new URL(this.options.url).hostname;
    this.options.session.verify?.({ hostname, certificate, verificationResult }, (answer) => {
      const isTrusted = answer === 0 || (answer === -3 && verificationResult === 'net::OK');
      if (!isTrusted) this.request.destroy(new Error(verificationResult));
    });
  }

  end(body) {
    const { url, method, headers } = this.options;
    const request = https.request(url, { method, headers, rejectUnauthorized: false, agent: false });
    this.request = request;
    request.on('socket', (socket) => socket.once('secureConnect', () => this.check(socket)));
    request.on('response', (message) => {
      const { location } = message.headers;
      const isRedirect = message.statusCode >= 300 && message.statusCode < 400 && location !== undefined;
      if (isRedirect) this.emit('redirect', message.statusCode, method, location, {});
      else this.emit('response', message);
    });
    request.on('error', (error) => {
      if (!this.isAborted) this.emit('error', netError(error));
    });
    request.end(body);
  }

  abort() {
    if (this.isAborted) return;
    this.isAborted = true;
    this.request?.destroy();
    this.emit('abort');
  }
}

export const net = { request: (options) => new Request(options), isOnline: () => true };
