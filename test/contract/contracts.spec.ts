import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { mayUse, ROLES } from '@electron/link/role';
import { ERROR_CODES, ERRORS } from '@shared/errors/error-catalogue';
import { errorWords } from '@shared/i18n/error-words';
import { LOCALES } from '@shared/domain/settings/locales';
import { loadLanguage } from '@shared/i18n/translator';
import { COMMON_FAILURES, type Reply } from '@shared/contract/define';
import type { AppClient } from '@shared/contract/page/page-contract';
import type { ServiceClient, ServiceHandlers } from '@shared/contract/service/service-contract';
import type { StatusSnapshot } from '@shared/domain/status/status';
import type { StatusChange } from '@shared/domain/status/status-change';
import { CALLS, CONTRACTS, EVENTS, PAYLOADS, walkShape } from '../support/contract-shapes';

/** Names under which a caller could hand over something to run or to open. */
const POWERFUL =
  /^(cmd|command|exe|executable|script|args?|argv|url|uri|address|path|file|folder|dir|directory)$/i;

/** Where such a name is meant: settings that a person edits, which are checked, and kept as settings or tried before that. */
const ALLOWED = [
  'app licence.testBeforeSaving input: path',
  'app settings.check input: licenceServers.[].path',
  'app settings.check input: proxy.url',
  'app settings.save input: draft.licenceServers.[].path',
  'app settings.save input: draft.proxy.url',
  'service licence.testBeforeSaving input: path',
  'service settings.save input: draft.licenceServers.[].path',
  'service settings.save input: draft.proxy.url',
];

const written = (schema: z.ZodType) =>
  schema instanceof z.ZodVoid
    ? null
    : z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' });

/** The patterns of dates are zod's and long, their format says the same; the catalogue has its own file. */
const shortened = (key: string, value: unknown) => {
  if (key === 'pattern' && String(value).includes('\\d{4}')) return undefined;
  const isCatalogue = key === 'enum' && Array.isArray(value) && value.length === ERROR_CODES.length;
  return isCatalogue ? ['every code of the error catalogue'] : value;
};

describe('both contracts', () => {
  it('declare failures of the catalogue, each with its text in every language', async () => {
    const languages = await Promise.all(LOCALES.map(loadLanguage));
    const codes = new Set([...COMMON_FAILURES, ...CALLS.flatMap(({ spec }) => spec.fails)]);
    for (const code of codes) {
      expect(Object.keys(ERRORS)).toContain(code);
      for (const { translate } of languages)
        expect(errorWords(code, translate).sentence, code).not.toMatch(/^$|\.sentence$/);
    }
  });

  it('let no call carry a command or a free path', () => {
    const found = PAYLOADS.filter(({ name }) => name.endsWith(' input')).flatMap(({ name, shape }) => {
      const places: string[] = [];
      walkShape(shape, (_, path) => {
        if (POWERFUL.test(path.at(-1) ?? '')) places.push(`${name}: ${path.join('.')}`);
      });
      return places;
    });
    expect([...new Set(found)].sort()).toEqual(ALLOWED);
  });

  it('give each role what it may use', async () => {
    const service = CALLS.filter(({ name }) => name.startsWith('service '));
    const marks = service.map(({ name, spec }) => {
      const roles = ROLES.map((role) => (mayUse(role, spec.access) ? role : '-').padEnd(14));
      return `${name.padEnd(34)}${spec.access.padEnd(7)}${'-'.padEnd(11)}${roles.join('')}`.trimEnd();
    });
    const head = `${'call'.padEnd(34)}${'access'.padEnd(7)}${'anonymous'.padEnd(11)}${ROLES.map((role) => role.padEnd(14)).join('')}`;
    await expect(`${[head.trimEnd(), ...marks].join('\n')}\n`).toMatchFileSnapshot('authorisation.txt');
  });

  it.each(CONTRACTS)(
    'change the $link link only together with its written form',
    async ({ link, entries }) => {
      const form = entries.map(({ channel, spec }) =>
        spec.kind === 'call'
          ? {
              channel,
              access: spec.access,
              fails: spec.fails,
              input: written(spec.input),
              output: written(spec.output),
            }
          : { channel, payload: written(spec.payload) },
      );
      const text = JSON.stringify(form, shortened, 1);
      await expect(`${text}\n`).toMatchFileSnapshot(`${link}-contract.json`);
    },
  );

  it('have no two entries on one channel', () => {
    const names = [...CALLS, ...EVENTS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the derived types', () => {
  it('are those of the schemas', () => {
    expectTypeOf<ServiceClient['status']['read']>().returns.toEqualTypeOf<
      Promise<Reply<StatusSnapshot, never>>
    >();
    expectTypeOf<ServiceClient['licence']['tryAgain']>()
      .parameter(0)
      .toEqualTypeOf<{ licenceServerId: string }>();
    expectTypeOf<ServiceClient['status']['changed']>()
      .parameter(0)
      .parameter(0)
      .toEqualTypeOf<StatusChange>();
    expectTypeOf<ServiceHandlers['status']>().not.toHaveProperty('changed');
    expectTypeOf<ServiceClient['licence']>().not.toHaveProperty('run');
    expectTypeOf<AppClient['licence']>().not.toHaveProperty('readFile');
  });
});
