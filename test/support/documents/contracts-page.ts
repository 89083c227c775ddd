import { ROLES, mayUse } from '@electron/link/role';
import { COMMON_FAILURES, type CallSpec, type EventSpec } from '@shared/contract/define';
import { CONTRACTS, shapeOf } from '../contract-shapes';
import { code, page, table, typeText } from './markdown';

const TITLES = {
  app: 'Page and application',
  service: 'Application or command line, and Print ORS Service',
} as const;

const typeOf = (schema: CallSpec['input']) => {
  const shape = shapeOf(schema);
  return shape === null ? '-' : code(typeText(shape));
};

const callRow = (channel: string, { access, input, output, fails }: CallSpec) => [
  code(channel),
  ROLES.find((role) => mayUse(role, access)) ?? '',
  typeOf(input),
  typeOf(output),
  fails.map(code).join(' '),
];

const eventRow = (channel: string, { payload }: EventSpec) => [code(channel), typeOf(payload)];

const linkSection = ({ link, entries }: (typeof CONTRACTS)[number]) => {
  const calls = entries.flatMap(({ channel, spec }) =>
    spec.kind === 'call' ? [callRow(channel, spec)] : [],
  );
  const events = entries.flatMap(({ channel, spec }) =>
    spec.kind === 'event' ? [eventRow(channel, spec)] : [],
  );
  return [
    `## ${TITLES[link]}`,
    table(['Call', 'Lowest role', 'Input', 'Output', 'Own failures'], calls),
    table(['Event', 'Payload'], events),
  ];
};

/** Every call and event of both contracts. */
export const contractsPage = () =>
  page(
    '# Contracts between our processes',
    'Made by `npm run reference` from `shared/contract`; the whole schemas are in `test/contract/app-contract.json` and `test/contract/service-contract.json`.',
    `A role may use what a lower one may: ${ROLES.join(', ')}. On the link between page and application the role is that of the person's account at the service. Besides its own failures, every call can answer with ${COMMON_FAILURES.map(code).join(', ')}.`,
    ...CONTRACTS.flatMap(linkSection),
  );
