import type { AppContract } from './page-contract';
import type { CallSpec, EventSpec } from '@shared/contract/define';

type Kinds = {
  [D in keyof AppContract]: {
    [N in keyof AppContract[D]]: AppContract[D][N] extends CallSpec | EventSpec
      ? AppContract[D][N]['kind']
      : never;
  };
};

/**
 * The names of the page's contract without its schemas, for the preload: zod would make it ten times as large. The type
 * makes a missing, extra or misnamed entry an error.
 */
export const CHANNELS = {
  app: {
    facts: 'call',
    factsChanged: 'event',
    savePreferences: 'call',
    parts: 'call',
    openLink: 'call',
    navigate: 'event',
  },
  status: { read: 'call', changed: 'event' },
  connection: { tryNow: 'call' },
  check: { start: 'call', cancel: 'call', read: 'call', progress: 'event', copyText: 'call' },
  settings: {
    read: 'call',
    changed: 'event',
    check: 'call',
    save: 'call',
    chooseLicenceFolder: 'call',
    chooseCertificates: 'call',
    describeCertificates: 'call',
  },
  licence: {
    tryAgain: 'call',
    test: 'call',
    testBeforeSaving: 'call',
    markAsCopied: 'call',
    install: 'call',
    installFile: 'call',
    history: 'call',
    restore: 'call',
    saveFile: 'call',
    saveRequest: 'call',
    chooseFile: 'call',
  },
  calendar: { save: 'call' },
  service: { read: 'call', act: 'call' },
  updates: { list: 'call', check: 'call', download: 'call', pause: 'call', install: 'call' },
  account: { choice: 'call', change: 'call' },
  announcements: { acknowledge: 'call' },
  diagnostics: { createReport: 'call', saveReport: 'call' },
  assistance: {
    allow: 'call',
    deny: 'call',
    stop: 'call',
    extend: 'call',
    history: 'call',
    exportHistory: 'call',
  },
  activity: { read: 'call', appended: 'event', export: 'call' },
} as const satisfies Kinds;
