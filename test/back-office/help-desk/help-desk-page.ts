import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { CONTROL_IDS, CONTROL_NUMBERS } from '@shared/domain/settings/control-numbers';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import british from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import italian from '@shared/i18n/locales/it.json' with { type: 'json' };
import { createTranslator } from '@shared/i18n/translator';

const folder = path.join(import.meta.dirname, 'page');
const inter = path.resolve(
  import.meta.dirname,
  '../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);

/** The only files of the page: nothing is looked up by a name from outside. */
const FILES = [
  { url: '/', file: path.join(folder, 'index.html'), type: 'text/html; charset=utf-8' },
  { url: '/help-desk.css', file: path.join(folder, 'help-desk.css'), type: 'text/css; charset=utf-8' },
  { url: '/help-desk.mjs', file: path.join(folder, 'help-desk.mjs'), type: 'text/javascript; charset=utf-8' },
  { url: '/page.mjs', file: path.join(folder, 'page.mjs'), type: 'text/javascript; charset=utf-8' },
  {
    url: '/assistance.mjs',
    file: path.join(folder, 'assistance.mjs'),
    type: 'text/javascript; charset=utf-8',
  },
  { url: '/controls.mjs', file: path.join(folder, 'controls.mjs'), type: 'text/javascript; charset=utf-8' },
  { url: '/icon.svg', file: path.join(folder, 'icon.svg'), type: 'image/svg+xml' },
  { url: '/inter.woff2', file: inter, type: 'font/woff2' },
];

/** By these numbers the help desk names a control of the customer's page: "press F2, then go to 14". */
const english = createTranslator('en-GB', british);
const italiano = createTranslator('it', italian);
const controls = () =>
  CONTROL_IDS.map((id) => ({
    number: CONTROL_NUMBERS[id],
    english: english(CONTROL_LABELS[id]),
    italian: italiano(CONTROL_LABELS[id]),
  }));

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function helpDeskPage(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    void reply.headers(HEADERS);
    done(null, payload);
  });
  app.get('/controls.json', () => controls());
  for (const { url, file, type } of FILES) {
    app.get(url, async (_request, reply) => reply.type(type).send(await readFile(file)));
  }
}
