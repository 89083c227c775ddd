import type { AssistanceQuestion, AssistanceStatus } from '@shared/domain/assistance/assistance';
import type { Locale } from '@shared/domain/settings/locales';
import type { AssistanceWindows } from '../windows/assistance-windows';
import type { SessionRunner } from './session-runner';

export interface PresenterParts {
  windows: Pick<AssistanceWindows, 'show' | 'close'>;
  runner: SessionRunner;
  /** Whether somebody could see a window now: there is a display, and it is not locked. */
  canShow: () => boolean;
  /** Says it with a sound and a notification. */
  alert: (question: AssistanceQuestion) => void;
  language: () => Locale;
  log: { warn: (fields: object, message: string) => void };
}

/** Puts requests and sessions before the person at the screen, as the service tells of them. */
export interface AssistancePresenter {
  statusChanged(status: AssistanceStatus): void;
  /** The service is gone: what it asked is asked no more. */
  serviceLost(): void;
  /** The open request; null where there is none. */
  openRequest(): AssistanceQuestion | null;
  /** The window was closed without an answer. */
  dismissed(): void;
}

export const createAssistancePresenter = (parts: PresenterParts): AssistancePresenter => {
  const { windows, runner, language } = parts;
  let open: AssistanceQuestion | null = null;

  const quietly = (work: Promise<void>) => {
    work.catch((error: unknown) => parts.log.warn({ error }, 'an answer could not be given'));
  };

  const closeRequest = () => {
    open = null;
    windows.close('request');
  };

  const ask = (question: AssistanceQuestion) => {
    open = question;
    if (!parts.canShow()) {
      quietly(runner.cannotShow(question, language()));
      return;
    }
    windows.close('request');
    windows.show('request');
    parts.alert(question);
  };

  return {
    statusChanged: (status) => {
      runner.statusChanged(status);
      const { request, session } = status;
      if (request === null) closeRequest();
      else if (request.requestId !== open?.requestId) ask(request);
      if (session === null) windows.close('session');
      else windows.show('session');
    },
    serviceLost: () => {
      runner.serviceLost();
      closeRequest();
      windows.close('session');
    },
    openRequest: () => open,
    dismissed: () => {
      const question = open;
      closeRequest();
      if (question !== null) quietly(runner.deny(question, language()));
    },
  };
};
