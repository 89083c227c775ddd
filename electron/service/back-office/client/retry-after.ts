const SHORTEST = 1;
const LONGEST = 24 * 60 * 60;

/** The seconds that a `Retry-After` asks for (RFC 9110 section 10.2.3), clamped to 1 s..24 h; null where it says nothing. */
export const retryAfterSeconds = (header: string | undefined, now: number): number | null => {
  const text = header?.trim() ?? '';
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : (httpDate(text) - now) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(LONGEST, Math.max(SHORTEST, Math.ceil(seconds)));
};

const httpDate = (text: string) =>
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : NaN;
