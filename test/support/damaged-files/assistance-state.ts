import { systemClock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { AssistanceRecord } from '@shared/domain/assistance/assistance';
import { NO_CONSENT } from '@electron/service/assistance/consent';
import { ConsentStore } from '@electron/service/assistance/consent-store';
import { ReportOutbox } from '@electron/service/assistance/report-outbox';
import { SessionHistory } from '@electron/service/assistance/session-history';

const REQUEST = 'a-request';
const never = () => Promise.reject(new Error('nothing is sent here'));

/** Writes the files that remote assistance leaves behind, with an answer that could not be reported yet. */
export const writeAssistanceState = async (stateFolder: string): Promise<void> => {
  const at = timestampOf(systemClock.now());
  const record: AssistanceRecord = {
    ...{
      requestId: REQUEST,
      technician: 'Ada',
      organisation: 'Help desk',
      ticket: '1',
      reason: 'a paper jam',
    },
    ...{ access: 'view', requestedAt: at, answer: 'denied', answeredBy: 'Bert' },
    ...{ startedAt: null, endedAt: null, endedBy: null },
  };
  await new SessionHistory(stateFolder, systemClock, () => 12).add(record);
  await new ConsentStore(stateFolder).save({
    ...{ floor: systemClock.now(), source: null, consent: NO_CONSENT, process: null },
  });
  const outbox = new ReportOutbox({
    stateFolder,
    reports: { answer: never, ended: never },
    isConnected: () => false,
    onRefused: () => undefined,
    log: { info: () => undefined, error: () => undefined },
    clock: systemClock,
  });
  await outbox.add([{ requestId: REQUEST, about: 'answer', body: { decision: 'denied', at } }]);
  await outbox.stop();
};
