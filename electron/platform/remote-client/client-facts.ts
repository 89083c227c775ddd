import type {
  AssistanceClient,
  AssistanceProviderName,
  ClientState,
} from '@shared/domain/assistance/assistance';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { isAtLeast } from './compare-versions';
import type { ProgramFinding } from '@electron/platform/programs';

const stateOf = (is: ProgramFinding['is'], version: string | null, minimum: string | null): ClientState => {
  if (is === 'missing') return 'not-found';
  if (is === 'unsafe') return 'unsafe';
  if (minimum === null) return 'found';
  if (version === null) return 'version-unknown';
  return isAtLeast(version, minimum) ? 'found' : 'too-old';
};

/** Describes a client from the facts found about it. */
export const clientOf = (
  provider: AssistanceProviderName,
  finding: ProgramFinding,
  version: string | null,
  minimumVersion: string | null,
): AssistanceClient => ({
  provider,
  state: stateOf(finding.is, version, minimumVersion),
  location: finding.is === 'missing' ? null : finding.file.slice(0, 1024),
  version: version?.slice(0, 64) ?? null,
  minimumVersion,
});

/** The failure that stands for a client which may not be started. */
export const CLIENT_FAILURES = {
  'not-looked-for': 'client-not-found',
  'not-found': 'client-not-found',
  unsafe: 'client-unsafe',
  'too-old': 'client-too-old',
  'version-unknown': 'client-version-unknown',
} as const satisfies Record<Exclude<ClientState, 'found'>, ErrorCode>;

/** The file of a client that may be started. Throws the failure where it may not. */
export const requireFound = ({ state, location }: AssistanceClient): string => {
  if (state !== 'found') throw new AppError(CLIENT_FAILURES[state]);
  if (location === null) throw new AppError('client-not-found');
  return location;
};
