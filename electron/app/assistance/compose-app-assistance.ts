import { Notification, powerMonitor, screen, shell } from 'electron';
import type { AssistanceQuestion } from '@shared/domain/assistance/assistance';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import { AppError } from '@shared/errors/app-error';
import { errorWords } from '@shared/i18n/error-words';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { Language, Translate } from '@shared/i18n/translator';
import type { Logger } from '@electron/log/logger';
import { createAssistanceProvider } from '@electron/platform/remote-client';
import { createAssistanceWindows } from '@electron/app/windows/assistance-windows';
import type { PageWindowOptions } from '@electron/app/windows/page-window';
import { createAssistancePresenter } from './assistance-presenter';
import { unwrapReply } from '../unwrap-reply';
import { createSessionRunner } from './session-runner';

export interface AppAssistanceParts {
  vendor: VendorProfile;
  page: PageWindowOptions;
  service: () => ServiceClient;
  language: () => Language;
  log: Logger;
}

/** Whether a person could see a window; some desktops tell of the lock only when asked, others only when it happens. */
const createScreenSight = () => {
  let isLocked = false;
  powerMonitor.on('lock-screen', () => (isLocked = true));
  powerMonitor.on('unlock-screen', () => (isLocked = false));
  return () => {
    const hasDisplay = screen.getAllDisplays().length > 0;
    return hasDisplay && !isLocked && powerMonitor.getSystemIdleState(3600) !== 'locked';
  };
};

/** The app's part of remote assistance: windows, sound, notification, and the client for as long as it may run. */
export const composeAppAssistance = ({ vendor, page, service, language, log }: AppAssistanceParts) => {
  const translate: Translate = (...text) => language().translate(...text);
  const windows = createAssistanceWindows({
    ...page,
    title: (kind) => translate(`assistance.${kind}.title`),
    onRequestClosed: () => presenter.dismissed(),
  });
  const runner = createSessionRunner({
    provider: createAssistanceProvider(vendor.assistance.provider),
    ...{ service, log },
  });
  let notification: Notification | null = null;
  const notify = (title: string, body: string) => {
    if (!Notification.isSupported()) return;
    notification = new Notification({ title, body, urgency: 'critical' });
    notification.show();
  };
  const presenter = createAssistancePresenter({
    ...{ windows, runner, log },
    language: () => language().locale,
    canShow: createScreenSight(),
    alert: ({ technician, organisation }: AssistanceQuestion) => {
      shell.beep();
      const body = translate('assistance.request.notification', { technician, organisation });
      notify(translate('assistance.request.title'), body);
    },
  });
  return {
    windows,
    runner,
    presenter,
    /** The window that asked is gone by the time the client turns out not to start, so the desktop says it. */
    allow: async (question: AssistanceQuestion) => {
      try {
        await runner.allow(question, language().locale);
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'internal';
        const { sentence, nextStep } = errorWords(code, language().translate);
        notify(translate('assistance.session.failed'), `${sentence} ${nextStep}`);
        throw error;
      }
    },
    /** Ends the session that runs; what runs here also where the service cannot be told now. */
    stopSession: async () => {
      try {
        unwrapReply(await service().assistance.stop());
      } catch (error) {
        if (!(await runner.endHere())) throw error;
      }
    },
    /** Ends what runs here, before the service is asked to end. */
    stop: async () => {
      notification?.close();
      windows.close('request');
      windows.close('session');
      await runner.stop();
    },
  };
};
export type AppAssistance = ReturnType<typeof composeAppAssistance>;
