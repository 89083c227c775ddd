import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { AssistanceRequestId } from '@shared/domain/assistance/assistance';
import {
  AnyEvent,
  EventsAnswer,
  Installation,
  InstallationId,
  KnownEvent,
  Problem,
  StatusAnswer,
} from './answers';
import { readAssistanceRequest } from './assistance-request';
import { AssistanceAnswer, AssistanceEnd, LicenceReport, Registration, StatusReport } from './requests';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const file = path.join(import.meta.dirname, 'back-office-api.yaml');
const api = parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, Node> } };
const { schemas } = api.components;

/** Members that only explain, or repeat another member. */
const WORDS = new Set(['description', 'title', 'examples', '$schema', 'default']);

const isImplied = (node: Node, name: string) =>
  (name === 'pattern' && 'format' in node) ||
  (name === 'minimum' && node[name] === Number.MIN_SAFE_INTEGER) ||
  (name === 'maximum' && node[name] === Number.MAX_SAFE_INTEGER);

/** `type: [string, 'null']` is the short form of two options. */
const withOptions = (node: Node): Node => {
  if (!Array.isArray(node['type'])) return node;
  const { type, ...others } = node;
  const options = (type as string[]).map((one) =>
    one === 'null' ? { type: one } : { type: one, ...others },
  );
  return { anyOf: options };
};

const resolved = (node: Node): Node => {
  const ref = node['$ref'];
  if (typeof ref !== 'string') return node;
  const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1] ?? '';
  return schemas[name] ?? {};
};

/** A schema without words, references and short forms, its lists of names in order. */
const normalised = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normalised);
  if (!isNode(value)) return value;
  const node = withOptions(resolved(value));
  const members = Object.entries(node).filter(([name]) => !WORDS.has(name) && !isImplied(node, name));
  return Object.fromEntries(
    members.map(([name, inner]) => {
      if (name === 'required') return [name, [...(inner as string[])].sort()];
      // Here the keys are names of members, which may be called like a word of the schema language.
      if (name === 'properties' && isNode(inner))
        return [name, Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, normalised(one)]))];
      return [name, normalised(inner)];
    }),
  );
};

const fromZod = (schema: z.ZodType) => normalised(z.toJSONSchema(schema, { io: 'input' }));

const eventSchema = (type: string) => {
  const event = KnownEvent.options.find((option) => option.shape.type.value === type);
  if (event === undefined) throw new Error(`no event ${type}`);
  return event as z.ZodType;
};

describe('back-office-api.yaml', () => {
  it.each([
    ['Registration', Registration],
    ['StatusReport', StatusReport],
    ['LicenceReport', LicenceReport],
    ['AssistanceAnswer', AssistanceAnswer],
    ['AssistanceEnd', AssistanceEnd],
    ['Installation', Installation],
    ['InstallationId', InstallationId],
    ['AssistanceRequestId', AssistanceRequestId],
    ['StatusAnswer', StatusAnswer],
    ['EventsAnswer', EventsAnswer],
    ['AnyEvent', AnyEvent],
    ['LicenceAvailable', eventSchema('licence-available')],
    ['ReleaseAvailable', eventSchema('release-available')],
    ['CheckIn', eventSchema('check-in')],
    ['RegistrationEnded', eventSchema('registration-ended')],
    ['Announcement', eventSchema('announcement')],
    ['AssistanceWithdrawn', eventSchema('assistance-withdrawn')],
    ['AssistanceEnded', eventSchema('assistance-ended')],
  ])('describes %s as the program checks it', (name, schema) => {
    expect(normalised(schemas[name])).toEqual(fromZod(schema));
  });

  it('lists exactly the events that the program knows', () => {
    const { oneOf } = schemas['KnownEvent'] as { oneOf: Node[] };
    const types = oneOf.map((option) => {
      const { properties } = resolved(option) as { properties: { type: { const: string } } };
      return properties.type.const;
    });
    expect(types).toEqual(KnownEvent.options.map((option) => option.shape.type.value));
  });

  it('needs of a problem what the program reads of it, with more for people', () => {
    const { required, properties } = normalised(schemas['Problem']) as Node & { properties: Node };
    const read = fromZod(Problem) as Node & { properties: Node };
    expect(required).toEqual(read['required']);
    expect(properties).toMatchObject(read.properties);
  });
});

describe('the request for assistance in back-office-api.yaml', () => {
  const NOW = Date.parse('2026-03-02T09:00:00Z');
  const described = normalised(schemas['AssistanceRequested']) as {
    required: string[];
    properties: Record<string, Node> & { session: { required: string[]; properties: Record<string, Node> } };
  };
  const session = {
    provider: 'teamviewer',
    code: 's12-345-678',
    endCustomerLink: 'https://get.teamviewer.com/v15/s12345678',
    validUntil: '2026-03-02T10:00:00Z',
  };
  const event = {
    id: 'e-1',
    at: '2026-03-02T08:59:00Z',
    type: 'assistance-requested',
    requestId: 'r-1',
    technician: { name: 'Ada', organisation: 'Druckhaus Service GmbH' },
    ticket: 'T-1',
    reason: 'Colours are wrong',
    access: 'view',
    session,
    answerBy: '2026-03-02T09:02:00Z',
  };
  const read = (request: object, provider: 'teamviewer' | 'rustdesk' = 'teamviewer') =>
    KnownEvent.safeParse(request).success && readAssistanceRequest(request, { provider, now: NOW }).ok;
  const without = (value: object, member: string) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== member));

  it('has every member that the program needs, and no other as needed', () => {
    expect(described.required).toEqual(Object.keys(event).sort());
    expect(read(event)).toBe(true);
    for (const member of described.required) expect(read(without(event, member)), member).toBe(false);
    for (const member of described.properties.session.required)
      expect(read({ ...event, session: without(session, member) }), member).toBe(false);
  });

  it.each([
    ['ticket', (ticket: string) => ({ ...event, ticket })],
    ['reason', (reason: string) => ({ ...event, reason })],
    ['technician.name', (name: string) => ({ ...event, technician: { ...event.technician, name } })],
    [
      'technician.organisation',
      (organisation: string) => ({ ...event, technician: { ...event.technician, organisation } }),
    ],
  ])('gives %s the length that the program takes', (place, withText) => {
    const schema = place
      .split('.')
      .reduce<Node>(
        (node, name) => ((node['properties'] as Node | undefined)?.[name] ?? {}) as Node,
        described,
      );
    const longest = Number(schema['maxLength']);
    expect(read(withText('x'.repeat(longest)))).toBe(true);
    expect(read(withText('x'.repeat(longest + 1)))).toBe(false);
    expect(read(withText(''))).toBe(false);
  });

  it('has the choices that the program knows', () => {
    const { access } = described.properties;
    for (const choice of access?.['enum'] as string[]) expect(read({ ...event, access: choice })).toBe(true);
    const providers = described.properties.session.properties['provider']?.['enum'] as (
      'teamviewer' | 'rustdesk'
    )[];
    for (const provider of providers)
      expect(read({ ...event, session: { ...session, provider } }, provider)).toBe(true);
  });
});
