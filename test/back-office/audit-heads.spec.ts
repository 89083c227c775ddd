import { expect, it } from 'vitest';
import { noteAuditLog, type AuditBook } from './data/audit-heads';

const AT = '2026-11-02T00:00:00.000Z';
const hash = (letter: string) => letter.repeat(64);
/** The back office after these reports: last record and hash, then the record that was asked for and its hash. */
const after = (...reports: [number, string, number | null, string | null][]) => {
  const book: AuditBook = { heads: [], alarms: [] };
  for (const [lastRecord, last, heldRecord, held] of reports) {
    const heldHash = held === null ? null : hash(held);
    noteAuditLog(book, { lastRecord, lastHash: hash(last), heldRecord, heldHash }, AT);
  }
  return { held: book.heads.at(-1)?.number, alarms: book.alarms.map(({ kind }) => kind) };
};

it('holds the newest head that follows from the one before', () => {
  expect(after([3, 'a', null, null], [3, 'a', 3, 'a'], [9, 'b', 3, 'a'])).toEqual({ held: 9, alarms: [] });
});

it('waits where a report says nothing of the record that is held', () => {
  expect(after([3, 'a', null, null], [9, 'b', null, null])).toEqual({ held: 3, alarms: [] });
});

it.each<[string, 'shorter' | 'different', [number, string, number | null, string | null]]>([
  ['shorter', 'shorter', [2, 'c', 3, null]],
  ['written anew to the same length', 'different', [3, 'c', 3, 'c']],
  ['written anew and longer', 'different', [9, 'c', 3, 'd']],
  ['longer without the record that is held', 'different', [9, 'c', 3, null]],
])('tells once of a log that is %s, and keeps what it holds (T59)', (_what, kind, report) => {
  expect(after([3, 'a', null, null], report, report)).toEqual({ held: 3, alarms: [kind] });
});
