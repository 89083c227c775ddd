import { createInterface } from 'node:readline';
import { app } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { HttpClient } from '@electron/service/ports/http-client';
import { openBackOfficeHttp } from '@electron/service/network/http/open-back-office-http';
import type { Order, Outcome } from './messages';

/** The service's way to the network inside a real Electron, driven line by line. */
const clients = new Map<number, HttpClient>();
const running = new Map<number, AbortController>();

const clientOf = (id: number) => {
  const client = clients.get(id);
  if (client === undefined) throw new Error('no such client');
  return client;
};

const run = async (order: Order): Promise<Omit<Extract<Outcome, { ok: true }>, 'id' | 'ok'>> => {
  switch (order.does) {
    case 'open':
      // A password stands for itself here, sealed or not.
      clients.set(
        order.id,
        await openBackOfficeHttp({ ...order.options, openSecret: (sealed) => Promise.resolve(sealed) }),
      );
      return { client: order.id };
    case 'request': {
      const controller = new AbortController();
      running.set(order.id, controller);
      const { held, ...rest } = order.request;
      const request = {
        ...{ ...rest, signal: controller.signal },
        ...(held === undefined ? {} : { held: { ...held, onPiece: () => undefined } }),
      };
      const answer = await clientOf(order.client).request(request);
      return { answer: { ...answer, body: Buffer.from(answer.body).toString('base64') } };
    }
    case 'abort':
      running.get(order.order)?.abort(new AppError('service-stopped'));
      return {};
    case 'close':
      await clientOf(order.client).close();
      return {};
    case 'memory':
      return { kilobytes: app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) };
  }
};

const failureOf = (error: unknown) =>
  error instanceof AppError
    ? {
        code: error.code,
        params: { ...error.params },
        cause: error.cause instanceof Error ? error.cause.message : '',
      }
    : { code: 'not-an-app-error', params: {}, cause: String(error) };

const answer = (outcome: Outcome) => process.stdout.write(`@${JSON.stringify(outcome)}\n`);
const fatal = (error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  app.exit(70);
};
process.on('uncaughtException', fatal);
process.on('unhandledRejection', fatal);

void app.whenReady().then(() => {
  answer({ id: 0, ok: true });
  const lines = createInterface(process.stdin);
  lines.on('close', () => app.exit(0));
  lines.on('line', (line) => {
    const order = JSON.parse(line) as Order;
    run(order).then(
      (outcome) => answer({ id: order.id, ok: true, ...outcome }),
      (error: unknown) => answer({ id: order.id, ok: false, failure: failureOf(error) }),
    );
  });
});
