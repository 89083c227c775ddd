import { expect, it } from 'vitest';
import type { Announcement, Notice } from './status';
import { datedNotice, dateNoticesOf, expiredDay } from './date-notices';

const now = Date.parse('2027-07-01T00:00:00Z');
const notices = dateNoticesOf({ expiresOn: '2027-06-30', maintenanceUntil: '2027-07-31' }, now);

it('gives each notice with its day and since when it holds', () => {
  expect(notices).toEqual([
    { code: 'licence-expired', params: { day: '2027-06-30' }, since: '2027-07-01T00:00:00.000Z' },
    { code: 'maintenance-ends-soon', params: { day: '2027-07-31' }, since: '2027-07-01T00:00:00.000Z' },
  ]);
  expect(notices.map(datedNotice)).toEqual([
    { date: 'expiry', day: '2027-06-30' },
    { date: 'maintenance', day: '2027-07-31' },
  ]);
});

it('takes no other notice for one about a date', () => {
  const other: Notice = {
    code: 'licence-file-missing',
    params: { day: '2027-06-30' },
    since: '2027-07-01T00:00:00Z',
  };
  expect(datedNotice(other)).toBeNull();
});

it('names a licence that has expired, unless an announcement of it is open', () => {
  const open: Announcement = {
    id: crypto.randomUUID(),
    at: '2027-07-01T00:00:00.000Z',
    kind: 'licence-date',
    date: 'expiry',
    day: '2027-06-30',
    rung: -1,
  };
  expect(expiredDay({ notices, announcements: [] })).toBe('2027-06-30');
  expect(expiredDay({ notices, announcements: [open] })).toBeNull();
  expect(expiredDay({ notices: notices.slice(1), announcements: [] })).toBeNull();
});

it('warns of the feature that ends first, beside a licence without end', () => {
  const feature = (id: string, expiresOn: string | null) => ({ id, name: id, quantity: 1, expiresOn });
  const features = [feature('a', null), feature('b', '2027-07-20'), feature('c', '2027-01-31')];
  const licence = { expiresOn: null, maintenanceUntil: null, features };
  expect(dateNoticesOf(licence, now)).toMatchObject([
    { code: 'licence-expires-soon', params: { day: '2027-07-20' } },
  ]);
});
