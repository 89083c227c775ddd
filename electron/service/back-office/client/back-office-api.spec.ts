import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { AppError } from '@shared/errors/app-error';
import type { HttpClient, HttpDownload, HttpRequest } from '@electron/service/ports/http-client';
import { createBackOfficeClient, type BackOfficeClient } from './back-office-client';

interface Operation {
  security?: unknown[];
  requestBody?: unknown;
  responses: Record<string, { $ref?: string; content?: Record<string, unknown>; 'x-max-bytes'?: number }>;
}
interface Api {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Operation['responses'][string]> };
}

const FILE = path.resolve(import.meta.dirname, '../../../../shared/back-office/back-office-api.yaml');
const api = parse(readFileSync(FILE, 'utf8')) as Api;

const sent: (HttpRequest | (HttpDownload & { method: 'GET' }))[] = [];
const stop = () => Promise.reject(new AppError('back-office-unreachable'));
const http: HttpClient = {
  request: (request) => (sent.push(request), stop()),
  open: (download) => (sent.push({ ...download, method: 'GET' }), stop()),
  close: () => Promise.resolve(),
};

const { signal } = new AbortController();
const session = { installationId: 'ID', token: 'token' };
const at = '2026-03-02T09:00:00Z';
const CALLS: Record<string, (client: BackOfficeClient) => Promise<unknown>> = {
  register: (client) =>
    client.register(
      {
        ...{ serviceOrganisationId: 'SO-1', verificationCode: 'code', serialNumber: 'SN-1', product: 'p' },
        ...{
          productVersion: null,
          serviceVersion: '1.0.0',
          platform: 'linux-x64',
          hostName: 'h',
          locale: 'de',
        },
      },
      signal,
    ),
  reportStatus: (client) =>
    client.reportStatus(
      session,
      {
        ...{ at, serviceVersion: '1.0.0', productVersion: null, licence: null, licenceServers: [] },
        remoteAssistance: { allowed: false, until: null, inSession: false },
        updates: { newestOffered: null, downloaded: null },
      },
      signal,
    ),
  nextEvents: (client) => client.nextEvents(session, { after: 'c', waitSeconds: 50 }, signal),
  licenceIndex: (client) => client.licenceIndex(session, 'n', signal),
  licence: (client) => client.licencePackage(session, 'LICENCE', signal),
  reportLicence: (client) =>
    client.reportLicence(
      session,
      {
        ...{ licenceId: '7f9d6c1e-0b3a-4c58-9d1f-2a4b6c8e0f13', sequence: 1 },
        ...{ verdict: 'accepted', results: [] },
      },
      signal,
    ),
  releaseIndex: (client) => client.releaseIndex(session, 'n', signal),
  releaseFile: (client) => client.releaseFile(session, { releaseId: 'RELEASE', from: 0, etag: null }, signal),
  keySet: (client) => client.keySet(signal),
  answerAssistance: (client) =>
    client.answerAssistance(
      session,
      { requestId: 'REQUEST', body: { decision: 'denied', at }, key: 'k' },
      signal,
    ),
  assistanceEnded: (client) =>
    client.assistanceEnded(
      session,
      { requestId: 'REQUEST', body: { endedBy: 'customer', startedAt: at, endedAt: at }, key: 'k' },
      signal,
    ),
};

const PLACES: Record<string, string> = {
  ID: '{id}',
  LICENCE: '{licenceId}',
  RELEASE: '{releaseId}',
  REQUEST: '{requestId}',
};

const templateOf = (address: string) => {
  const [bare = ''] = address.split('?');
  return bare.replaceAll(/[A-Z]{2,}/g, (name) => PLACES[name] ?? name);
};

/** The answer with a body that the operation promises; undefined where there is none. */
const answerOf = ({ responses }: Operation) => {
  const ok = responses['200'];
  const name = ok?.$ref?.split('/').at(-1);
  const answer = name === undefined ? ok : api.components.responses[name];
  return answer?.content === undefined ? undefined : answer;
};

const OPERATIONS = Object.entries(api.paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: (operation as Operation & { operationId: string }).operationId,
    address,
    method: method.toUpperCase(),
    operation,
  })),
);

it('describes the operations that the client has, and no other', () => {
  expect(OPERATIONS.map(({ name }) => name).sort()).toEqual(Object.keys(CALLS).sort());
});

it.each(OPERATIONS)(
  'describes $name as the client sends it',
  async ({ name, address, method, operation }) => {
    sent.length = 0;
    await expect(CALLS[name]?.(createBackOfficeClient(http, { now: () => 0 }))).rejects.toThrow();
    const [request] = sent;
    expect(`${request?.method ?? ''} ${templateOf(request?.path ?? '')}`).toBe(`${method} ${address}`);
    const headers = request?.headers ?? {};
    expect('Authorization' in headers).toBe(operation.security === undefined);
    expect('Idempotency-Key' in headers).toBe(method !== 'GET');
    const call = request as Partial<HttpRequest>;
    expect(call.body !== undefined).toBe(operation.requestBody !== undefined);
    const answer = answerOf(operation);
    if (answer === undefined) return;
    expect(call.accept).toEqual(Object.keys(answer.content ?? {}));
    expect(call.maxBytes).toBe(answer['x-max-bytes']);
  },
);
