import { describe, expect, it } from 'vitest';
import { reasonOfNetError } from './net-errors';

describe('reasonOfNetError', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'back-office-name-not-found'],
    ['net::ERR_DNS_TIMED_OUT', 'back-office-name-not-found'],
    ['ENOTFOUND', 'back-office-name-not-found'],
    ['EAI_AGAIN', 'back-office-name-not-found'],
    ['net::ERR_CONNECTION_REFUSED', 'back-office-unreachable'],
    ['net::ERR_CONNECTION_RESET', 'back-office-unreachable'],
    ['net::ERR_CONNECTION_CLOSED', 'back-office-unreachable'],
    ['net::ERR_INTERNET_DISCONNECTED', 'back-office-unreachable'],
    ['net::ERR_ADDRESS_UNREACHABLE', 'back-office-unreachable'],
    ['net::ERR_NETWORK_CHANGED', 'back-office-unreachable'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'back-office-unreachable'],
    ['ECONNRESET', 'back-office-unreachable'],
    ['net::ERR_TIMED_OUT', 'back-office-timed-out'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'back-office-timed-out'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy-unreachable'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy-refused'],
    ['net::ERR_NO_SUPPORTED_PROXIES', 'proxy-unreachable'],
    ['net::ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-login-required'],
    ['net::ERR_CERT_DATABASE_CHANGED', 'back-office-unreachable'],
    ['net::ERR_CERT_VERIFIER_CHANGED', 'back-office-unreachable'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate-untrusted'],
    ['net::ERR_CERT_REVOKED', 'certificate-untrusted'],
    ['net::ERR_CERT_WEAK_KEY', 'certificate-untrusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
    ['net::ERR_CERT_DATE_INVALID', 'certificate-expired'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate-wrong-name'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'answer-unusable'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'answer-unusable'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'answer-unusable'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'answer-unusable'],
    ['net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH', 'answer-unusable'],
    ['net::ERR_RESPONSE_HEADERS_TOO_BIG', 'answer-unusable'],
    ['net::ERR_EMPTY_RESPONSE', 'back-office-unreachable'],
    ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-refused'],
    ['net::ERR_UNSAFE_PORT', 'back-office-address-refused'],
    ['net::ERR_SOMETHING_NEW', 'back-office-unreachable'],
    ['', 'back-office-unreachable'],
  ])('%s is %s', (name, reason) => {
    expect(reasonOfNetError(name)).toBe(reason);
  });
});
