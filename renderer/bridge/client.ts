import type { AppClient } from '@shared/contract/page/page-contract';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Failure, Reply } from '@shared/contract/define';
import { inject, type InjectionKey } from 'vue';

declare global {
  interface Window {
    /** Exposed by the preload: the calls and events of the contract, and nothing else. */
    readonly remoteService: AppClient;
  }
}

export const clientKey: InjectionKey<AppClient> = Symbol('app client');

/** The link to the app, for stores and components. */
export const useClient = (): AppClient => {
  const client = inject(clientKey);
  if (client === undefined) throw new Error('No client was provided');
  return client;
};

const broken: Failure<never> = { code: 'internal', params: {}, ref: '' };

/** Waits for an answer; a link that breaks while waiting is one more failure, so that no page waits for ever. */
export const answered = <V, E extends ErrorCode>(reply: Promise<Reply<V, E>>): Promise<Reply<V, E>> =>
  reply.catch(() => ({ ok: false, error: broken }));
