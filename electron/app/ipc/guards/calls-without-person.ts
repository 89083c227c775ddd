import type { PageChannel } from '@shared/contract/page/window-calls';

/**
 * What a page may have done by itself: it looks, and gives up what it began. Everything that starts, saves, installs,
 * sends or allows something is not here, and needs a key or a button that a person has just pressed.
 */
export const CALLS_WITHOUT_PERSON: ReadonlySet<string> = new Set<PageChannel>([
  'app.facts',
  'app.parts',
  'status.read',
  'check.read',
  'check.cancel',
  'settings.read',
  'settings.check',
  'settings.describeCertificates',
  'licence.history',
  'service.read',
  'updates.list',
  'account.choice',
  'diagnostics.createReport',
  'assistance.history',
  'activity.read',
]);
