import { loggedEvents } from '../windows/logged-events.mjs';

/** Those of the texts; English has no name, because the journal falls back on it. */
const LANGUAGES = { en: '', de: ' de', it: ' it' };

/** What `journalctl --catalog` explains an event of the program with. */
export function journalCatalogue({ productName, homepage }, events = loggedEvents()) {
  const entries = Object.values(events).flatMap(({ messageId, ...texts }) =>
    Object.entries(LANGUAGES).map(([language, mark]) =>
      [
        `-- ${messageId}${mark}`,
        `Subject: ${texts[language].meaning}`,
        `Defined-By: ${productName}`,
        `Support: ${homepage}`,
        '',
        texts[language].next,
        '',
      ].join('\n'),
    ),
  );
  return entries.join('\n');
}
