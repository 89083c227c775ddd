import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import https from 'node:https';
import type { BackOffice } from '../back-office';

export type FaultyAnswer = { status: number; headers: http.OutgoingHttpHeaders; body: Buffer };

export type FaultyCall = {
  /** Such as `GET /installations/ID/events?wait=0`, without the path of the API. */
  name: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
};

/** Gives the answer to one call; `ask` passes it on to the reference back office, changed where a call is given. */
export type Fault = (
  call: FaultyCall,
  ask: (changed?: Partial<FaultyCall>) => Promise<FaultyAnswer>,
) => Promise<FaultyAnswer>;

/** Headers of one connection alone; the length is that of the body as it is sent on. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']);

const passedOn = (headers: http.IncomingHttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value !== undefined && !OWN_HEADERS.has(name)),
  );

const askReference = async (backOffice: BackOffice, { name, headers, body }: FaultyCall) => {
  const [method = 'GET', path = ''] = name.split(' ');
  const request = https.request(`${backOffice.apiBase}${path}`, {
    ...{ method, ca: backOffice.caPem, agent: false, servername: 'localhost' },
    headers: { ...passedOn(headers), ...(body.length === 0 ? {} : { 'content-length': body.length }) },
  });
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject).end(body);
  });
  const { statusCode: status = 0 } = response;
  return { status, headers: passedOn(response.headers), body: await buffer(response) };
};

/** A back office that does one thing wrong: the reference one behind it does the rest. */
export const startFaultyBackOffice = async (backOffice: BackOffice, fault: Fault) => {
  const answer = async (request: http.IncomingMessage): Promise<FaultyAnswer> => {
    const { method = 'GET', url = '', headers } = request;
    const call = { name: `${method} ${url.replace(/^\/api\/v1/, '')}`, headers, body: await buffer(request) };
    return fault(call, (changed = {}) => askReference(backOffice, { ...call, ...changed }));
  };
  const server = http.createServer((request, response) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/api/v1`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
