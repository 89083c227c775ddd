import type { ConnectionReason } from '@shared/errors/error-catalogue';

/** Chromium's names (net_error_list.h) and Node's, without `net::`; first match counts. */
const REASONS: readonly (readonly [RegExp, ConnectionReason])[] = [
  // The system's certificates were read anew in the middle of a handshake: nothing is wrong with the certificate.
  [/^ERR_CERT_(DATABASE|VERIFIER)_CHANGED$/, 'back-office-unreachable'],
  [/^ERR_CERT_DATE_INVALID$|^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'certificate-expired'],
  [/^ERR_CERT_COMMON_NAME_INVALID$|^ERR_TLS_CERT_ALTNAME_INVALID$/, 'certificate-wrong-name'],
  [
    /^ERR_CERT_|^ERR_SSL_PINNED|CERT_SIGNATURE|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/,
    'certificate-untrusted',
  ],
  [/^ERR_(PROXY_AUTH|UNEXPECTED_PROXY_AUTH)/, 'proxy-login-required'],
  [/^ERR_(HTTPS_PROXY_)?TUNNEL_/, 'proxy-refused'],
  [/^ERR_MANDATORY_PROXY_|^ERR_PAC_/, 'proxy-script-unusable'],
  [/PROX(Y|IES)|^ERR_SOCKS_|^ERR_PAC_/, 'proxy-unreachable'],
  [
    /^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION)$|^ERR_DNS_|^ENOTFOUND$|^EAI_/,
    'back-office-name-not-found',
  ],
  [/TIMED_OUT|^ERR_TIMED_OUT$|^ETIMEDOUT$|^ECONNABORTED$/, 'back-office-timed-out'],
  [/^ERR_(TOO_MANY_REDIRECTS|UNSAFE_REDIRECT|INVALID_REDIRECT)$/, 'redirect-refused'],
  [
    /^ERR_(CONTENT_|INCOMPLETE_|INVALID_(HTTP_)?RESPONSE|INVALID_CHUNKED|RESPONSE_HEADERS|HTTP2|QUIC|UNEXPECTED_CONTENT)|^HPE_|^Z_/,
    'answer-unusable',
  ],
  [/^ERR_(DISALLOWED_URL_SCHEME|UNKNOWN_URL_SCHEME|INVALID_URL|UNSAFE_PORT)$/, 'back-office-address-refused'],
];

/**
 * The reason of a connection for a failure of the network stack. Anything not listed (refused, reset, unreachable,
 * handshake broken off) is `back-office-unreachable`, which is tried again.
 */
export const reasonOfNetError = (name: string): ConnectionReason => {
  const plain = name.replace(/^net::/, '');
  return REASONS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'back-office-unreachable';
};
