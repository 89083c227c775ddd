import type { ConnectionStatus } from '@shared/domain/connection/connection';
import type { Translate } from './translator';

/** The state of the connection in a few words, the same in every page, in the tray and in `status`. */
export const connectionWords = (
  { state, reason }: Pick<ConnectionStatus, 'state' | 'reason'>,
  translate: Translate,
) => {
  const word = translate(`connection.state.${state}`);
  return reason === null ? word : `${word} · ${translate(`connectionReason.${reason}`)}`;
};
