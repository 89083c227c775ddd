import https from 'node:https';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { createServerCertificate, type Authority } from './data/certificate';
import { Problem, sendProblem } from './problem';

export const HOST = '127.0.0.1';

const CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-not-supported',
};

function problemOf(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? 500;
  if (status < 500) return new Problem(status, CODES[error.code] ?? 'body-invalid', error.message);
  process.stderr.write(`${error.stack ?? error.message}\n`);
  return new Problem(500, 'internal');
}

/** An HTTPS server for the loopback address, TLS 1.2 or newer, every error a problem document. */
export async function createApp(
  authority: Authority,
): Promise<{ app: FastifyInstance; server: https.Server }> {
  const tls = { ...(await createServerCertificate(authority)), minVersion: 'TLSv1.2' } as const;
  const server = https.createServer(tls);
  const app = Fastify({
    serverFactory: (handler) => server.on('request', handler),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: FastifyError | Problem, _request, reply) =>
    sendProblem(reply, problemOf(error)),
  );
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(404, 'not-found')));
  return { app, server };
}

/** Stops listening and drops every connection, as a back office that is gone; `app` itself stays usable. */
export function goAway(server: https.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export function comeBack(server: https.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
