import { expect, it } from 'vitest';
import type { AssistanceRecord } from '@shared/domain/assistance/assistance';
import { safeCsv } from '@shared/domain/activity/safe-csv';
import { HISTORY_COLUMNS, historyRows } from './assistance-words';
import messages from './locales/en-GB.json' with { type: 'json' };
import { createTranslator } from './translator';

const translate = createTranslator('en-GB', messages);

const record: AssistanceRecord = {
  ...{ requestId: 'r-1', technician: 'Ada', organisation: 'O', ticket: 'T', reason: 'R', access: 'view' },
  ...{ requestedAt: '2026-03-02T09:00:00Z', answer: 'allowed', answeredBy: 'Erika' },
  ...{ startedAt: '2026-03-02T09:01:00Z', endedAt: '2026-03-02T10:02:05Z', endedBy: 'customer' },
};

it('says who asked, who answered, for what, from when to when and who ended it', () => {
  const [heads, row] = historyRows([record], translate);
  expect(Object.fromEntries(HISTORY_COLUMNS.map((_, index) => [heads?.[index], row?.[index]]))).toMatchObject(
    {
      'Requested by': 'Ada',
      'Answered by': 'Erika',
      Access: 'View only',
      Started: '2026-03-02T09:01:00Z',
      Ended: '2026-03-02T10:02:05Z',
      'Ended by': 'Customer',
      Duration: '1:01:05',
    },
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\0=1+1'])(
  'exports %j in no column as something to calculate',
  (text) => {
    for (const column of ['technician', 'organisation', 'ticket', 'reason', 'answeredBy'] as const) {
      const csv = safeCsv(historyRows([{ ...record, [column]: text }], translate));
      expect(csv).toContain(`"'${text.replaceAll('\0', '')}"`);
    }
  },
);
