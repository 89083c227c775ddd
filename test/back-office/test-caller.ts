import { randomBytes, randomUUID } from 'node:crypto';
import https from 'node:https';
import type { BackOffice } from './back-office';

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  text: string;
  json: () => unknown;
};

type Options = {
  method?: string;
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
  /** Enough: hangs up once so many bytes of the answer have come. */
  bytes?: number;
};

export const nonce = () => randomBytes(16).toString('base64url');

/** One HTTPS call that trusts the back office's own authority and no other; sends what the API asks of every call. */
export function callBackOffice(backOffice: BackOffice, path: string, options: Options = {}): Promise<Answer> {
  const { method = 'GET', body, token, headers = {}, bytes = Infinity } = options;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const url = path.startsWith('/help-desk') ? `${backOffice.address}${path}` : `${backOffice.apiBase}${path}`;
  return new Promise((resolve, reject) => {
    const request = https.request(url, {
      method,
      ca: backOffice.caPem,
      agent: false,
      servername: 'localhost',
      headers: {
        'user-agent': 'remote-service/1.0.0',
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      const finish = () => {
        const all = Buffer.concat(chunks);
        const { statusCode: status = 0 } = response;
        const asText = all.toString();
        resolve({
          status,
          headers: response.headers,
          body: all,
          text: asText,
          json: () => JSON.parse(asText) as unknown,
        });
      };
      let received = 0;
      response.on('data', (chunk: Buffer) => {
        received += chunk.length;
        chunks.push(chunk);
        if (received < bytes) return;
        finish();
        request.destroy();
      });
      response.once('error', reject);
      response.once('end', finish);
    });
    request.end(text);
  });
}

/** A registration as the demo's installation sends it. */
export const registrationOf = (backOffice: BackOffice, changes: Record<string, unknown> = {}) => ({
  serviceOrganisationId: backOffice.organisation.id,
  verificationCode: backOffice.organisation.verificationCode,
  serialNumber: backOffice.serialNumber,
  product: 'PRISMAdirect',
  productVersion: '1.8.2',
  serviceVersion: '1.0.0',
  platform: 'linux-x64',
  hostName: 'printsrv01',
  locale: 'en-GB',
  ...changes,
});

export const statusOf = (changes: Record<string, unknown> = {}) => ({
  at: new Date().toISOString(),
  serviceVersion: '1.0.0',
  productVersion: '1.8.2',
  licence: {
    serialNumber: 'PD-0042-7781',
    sequence: 1,
    expiresOn: '2027-12-31',
    maintenanceUntil: '2027-06-30',
  },
  licenceServers: [
    { licenceServerId: 'main', name: 'Main server', kind: 'local', state: 'up-to-date', sequence: 1 },
    {
      licenceServerId: 'north',
      name: 'Printroom North',
      kind: 'remote',
      state: 'failing',
      sequence: null,
      reason: 'share-unreachable',
    },
  ],
  remoteAssistance: { allowed: false, until: null, inSession: false },
  updates: { newestOffered: null, downloaded: null },
  ...changes,
});

export type Registered = { installationId: string; token: string };

export async function registerInstallation(
  backOffice: BackOffice,
  changes: Record<string, unknown> = {},
): Promise<Registered> {
  const answer = await callBackOffice(backOffice, '/installations', {
    method: 'POST',
    body: registrationOf(backOffice, changes),
  });
  return answer.json() as Registered;
}
