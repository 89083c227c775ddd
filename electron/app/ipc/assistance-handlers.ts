import type { BrowserWindow } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { Language } from '@shared/i18n/translator';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { AppAssistance } from '@electron/app/assistance/compose-app-assistance';
import { unwrapReply } from '../unwrap-reply';
import { exportHistory } from './history-export';
import type { OwnHandlers } from './pass-on';

export interface AssistanceHandlerParts {
  assistance: AppAssistance;
  service: () => ServiceClient;
  language: () => Language;
  window: () => BrowserWindow | null;
}

/** The answers of the person at the screen; only the request that is open now can be answered. */
export const createAssistanceHandlers = ({
  assistance: { presenter, runner, allow, stopSession },
  service,
  language,
  window,
}: AssistanceHandlerParts): OwnHandlers['assistance'] => {
  const openOne = (requestId: string) => {
    const question = presenter.openRequest();
    if (question?.requestId !== requestId) throw new AppError('assistance-request-gone');
    return question;
  };
  return {
    allow: async ({ requestId }) => allow(openOne(requestId)),
    deny: async ({ requestId }) => runner.deny(openOne(requestId), language().locale),
    stop: () => stopSession(),
    extend: async ({ requestId }) => {
      unwrapReply(await service().assistance.extend({ requestId }));
    },
    exportHistory: async ({ format }) => ({
      fileName: await exportHistory(window(), format, language().translate, async (skip) =>
        unwrapReply(await service().assistance.history({ skip })),
      ),
    }),
  };
};
