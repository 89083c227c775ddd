import type { AssistanceReports } from '@electron/service/ports/assistance-reports';
import { overLive, type LiveConnection } from './live-connection';

/** Reports on remote assistance over the connection of the moment; without one every call throws `back-office-unreachable`. */
export const createAssistanceReports = (live: () => LiveConnection | null): AssistanceReports => ({
  answer: (requestId, body, key) =>
    overLive(live(), ({ client, session, signal }) =>
      client.answerAssistance(session, { requestId, body, key }, signal),
    ),
  ended: (requestId, body, key) =>
    overLive(live(), ({ client, session, signal }) =>
      client.assistanceEnded(session, { requestId, body, key }, signal),
    ),
});
