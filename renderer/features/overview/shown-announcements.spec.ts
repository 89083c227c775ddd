import type { Announcement } from '@shared/domain/status/status';
import { expect, it } from 'vitest';
import { statusFixture, summaryFixture } from '@renderer/bridge/status.fixture';
import { shownAnnouncements } from './shown-announcements';

const { expiresOn, maintenanceUntil } = summaryFixture;
const at = '2026-03-02T09:00:00.000Z';
const dated = (rung: number, change: Partial<Announcement> = {}) =>
  ({
    id: crypto.randomUUID(),
    at,
    kind: 'licence-date',
    date: 'expiry',
    day: expiresOn,
    rung,
    ...change,
  }) as Announcement;
const status = statusFixture();

it('says the last word on each date, newest first', () => {
  const [early, late] = [dated(90), dated(60)];
  const maintenance = dated(60, { date: 'maintenance', day: maintenanceUntil });
  expect(shownAnnouncements([early, maintenance, late], status)).toEqual([late, maintenance]);
});

it('leaves a date to the banner that says it already', () => {
  const notices = [{ code: 'licence-expires-soon' as const, params: { day: expiresOn }, since: at }];
  expect(shownAnnouncements([dated(30)], { ...status, notices })).toEqual([]);
});

it('says nothing of a day that a newer licence has replaced', () => {
  const replaced = dated(60, { day: '2026-12-31' });
  expect(shownAnnouncements([replaced], status)).toEqual([]);
  expect(shownAnnouncements([replaced], { ...status, licence: null })).toEqual([replaced]);
});
