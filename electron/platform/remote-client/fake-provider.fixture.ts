import type { AssistanceClient, ClientState } from '@shared/domain/assistance/assistance';
import { linkRefusal } from '@shared/domain/assistance/assistance-link';
import { AppError } from '@shared/errors/app-error';
import type { AssistanceProvider, Invitation, ProcessIdentity } from './assistance-provider';
import { CLIENT_FAILURES } from './client-facts';

export interface FakeProvider extends AssistanceProvider {
  state: ClientState;
  /** The data of each start of the client, in order. */
  readonly started: Invitation[];
  readonly running: Map<number, () => void>;
}

/** A client in memory, held to the same contract as a real one. */
export const createFakeProvider = (): FakeProvider => {
  let next = 1000;
  const running = new Map<number, () => void>();
  const started: Invitation[] = [];
  const end = (id: number) => {
    running.get(id)?.();
    running.delete(id);
  };
  const ended = (id: number) => {
    end(id);
    return Promise.resolve();
  };
  const fake: FakeProvider = {
    state: 'found',
    started,
    running,
    find: (minimumVersion) =>
      Promise.resolve<AssistanceClient>({
        provider: 'teamviewer',
        state: fake.state,
        location: fake.state === 'found' ? '/opt/teamviewer/tv_bin/TeamViewer' : null,
        version: '15.50.5',
        minimumVersion,
      }),
    start: (invitation) => {
      const { state } = fake;
      if (invitation.link === null || linkRefusal(invitation.link) !== null) {
        return Promise.reject(new AppError('assistance-grant-invalid'));
      }
      if (state !== 'found') return Promise.reject(new AppError(CLIENT_FAILURES[state]));
      started.push(invitation);
      next += 1;
      const processId = next;
      const gone = new Promise<void>((resolve) => running.set(processId, resolve));
      return Promise.resolve({ processId, ended: gone, stop: () => ended(processId) });
    },
    identify: (id) => Promise.resolve<ProcessIdentity | null>(running.has(id) ? { id, mark: 'fake' } : null),
    end: ({ id }) => ended(id),
  };
  return fake;
};
