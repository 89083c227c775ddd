import http from 'node:http';
import { listen, LOOPBACK } from './ports';

export type PacServer = {
  /** `http://127.0.0.1:PORT/proxy.pac`, or with the path it was given. */
  url: string;
  port: number;
  /** How often the script has been fetched. */
  hits: () => number;
  /** From now on this is the script. */
  serve: (script: string) => void;
  stop: () => Promise<void>;
};

/** A script that answers the same for every address, such as `PROXY 127.0.0.1:3128; DIRECT`. */
export const pacScript = (answer: string) =>
  `function FindProxyForURL(url, host) { return ${JSON.stringify(answer)}; }`;

/** Serves a proxy script, and nothing else. */
export const startPacServer = async (script: string, path = '/proxy.pac'): Promise<PacServer> => {
  let [current, hits] = [script, 0];
  const server = http.createServer((request, response) => {
    if (request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    hits += 1;
    response.writeHead(200, { 'Content-Type': 'application/x-ns-proxy-autoconfig' }).end(current);
  });
  const port = await listen(server);
  return {
    url: `http://${LOOPBACK}:${port}${path}`,
    port,
    hits: () => hits,
    serve: (next) => void (current = next),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
