import { channel, type Contract, type Publish } from './define';

/** Makes the sender of a contract's events: each payload is parsed before it leaves, so that nothing else leaks out. */
export const createPublisher =
  <C extends Contract>(contract: C, send: (channel: string, payload: unknown) => void): Publish<C> =>
  (domain, name, payload) => {
    const spec = contract[domain]?.[name];
    if (spec?.kind !== 'event') throw new Error(`no event ${domain}.${name}`);
    send(channel(domain, name), spec.payload.parse(payload));
  };
