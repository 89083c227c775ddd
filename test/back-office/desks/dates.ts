/** Today's date in UTC, `YYYY-MM-DD`; moved by a number of days where given. */
export function today(plusDays = 0): string {
  return new Date(Date.now() + plusDays * 86_400_000).toISOString().slice(0, 10);
}

/** RFC 3339 in UTC without a fraction, as the signed documents carry it. */
export function timestamp(plusSeconds = 0): string {
  return `${new Date(Date.now() + plusSeconds * 1000).toISOString().slice(0, 19)}Z`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2027-12-31` as FlexNet writes it: `31-dec-2027`. */
export function flexNetDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day ?? ''}-${MONTHS[Number(month) - 1] ?? ''}-${year ?? ''}`;
}
