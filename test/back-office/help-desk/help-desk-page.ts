import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CONTROL_IDS, placeOf } from '@shared/domain/settings/control-numbers';
import { LOCALES, nearestLocale } from '@shared/domain/settings/locales';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import { controlPlaceWords } from '@shared/i18n/control-place-words';
import { loadLanguage } from '@shared/i18n/translator';
import { parse } from '../parse';

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

const Language = z.object({ locale: z.string().max(35) });

/** By these numbers the help desk names a control of the customer's page: "press F2, then go to 14". */
const controlsIn = async (wanted: string) => {
  const locale = nearestLocale(wanted);
  const { translate: english } = await loadLanguage('en-GB');
  const { translate } = await loadLanguage(locale);
  const controls = CONTROL_IDS.map((id) => ({
    number: placeOf(id).number,
    place: controlPlaceWords(id, english),
    english: english(CONTROL_LABELS[id]),
    customer: translate(CONTROL_LABELS[id]),
  }));
  return { locale, locales: LOCALES, controls };
};

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
  app.get('/controls.json', (request) => controlsIn(parse(Language, request.query).locale));
  for (const { url, file, type } of FILES) {
    app.get(url, async (_request, reply) => reply.type(type).send(await readFile(file)));
  }
}
