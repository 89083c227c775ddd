import type { AppContract, AppHandlers } from '@shared/contract/page/page-contract';
import { serviceContract, type ServiceClient } from '@shared/contract/service/service-contract';
import type { ContractEntry, Reply } from '@shared/contract/define';
import { unwrapReply } from '../unwrap-reply';

type ServiceContract = typeof serviceContract;

/** The calls of a domain that stand in both contracts as the same entry: the app passes them on by itself. */
type SharedName<D extends keyof AppContract> = D extends keyof ServiceContract
  ? {
      [N in keyof AppHandlers[D] & keyof ServiceContract[D]]: AppContract[D][N &
        keyof AppContract[D]] extends ServiceContract[D][N]
        ? N
        : never;
    }[keyof AppHandlers[D] & keyof ServiceContract[D]]
  : never;
type OwnName<D extends keyof AppContract> = Exclude<keyof AppHandlers[D], SharedName<D>>;

/** The handlers that the app has to give; of the others it gives those that it does not leave to the service. */
export type OwnHandlers = {
  [D in keyof AppHandlers as OwnName<D> extends never ? never : D]: Pick<AppHandlers[D], OwnName<D>> &
    Partial<AppHandlers[D]>;
} & {
  [D in keyof AppHandlers as OwnName<D> extends never ? D : never]?: Partial<AppHandlers[D]>;
};

type AnyCalls = Record<string, Record<string, (arg: unknown) => Promise<Reply<unknown>>>>;

/** A handler that asks the service the same; null for a call that the service's contract does not have as this entry. */
export const passOn = (
  { domain, name, spec }: ContractEntry,
  service: () => ServiceClient,
): ((arg: unknown) => Promise<unknown>) | null => {
  const entries = (serviceContract as Record<string, Record<string, unknown>>)[domain];
  if (entries?.[name] !== spec) return null;
  return async (arg) => {
    const reply = await (service() as unknown as AnyCalls)[domain]?.[name]?.(arg);
    if (reply === undefined) throw new Error(`the service's client has no ${domain}.${name}`);
    return unwrapReply(reply);
  };
};
