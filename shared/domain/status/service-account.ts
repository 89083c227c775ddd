import { z } from 'zod';

/** This computer, as Windows writes it. */
export const THIS_COMPUTER = '.';

/** An account for Print ORS Service, as a person names it. */
export const AccountWish = z.strictObject({
  /** `.` for this computer, else the name of a domain. */
  domain: z.string().max(64),
  userName: z.string().min(1).max(128),
  /** Goes to the system's service manager and nowhere else; empty where the account needs none. */
  password: z.string().max(256),
});
export type AccountWish = z.output<typeof AccountWish>;

/** The facts that the page needs before it asks for an account. */
export const AccountChoice = z.strictObject({
  /** Only an installed service has an account of its own; an embedded one runs as whoever started the program. */
  canChange: z.boolean(),
  /** False where the system keeps no password for a service. */
  needsPassword: z.boolean(),
  /** The name of this computer, which `.` stands for. */
  computer: z.string().max(253),
  /** Domains that this computer belongs to. */
  domains: z.array(z.string().max(64)).max(10),
});
export type AccountChoice = z.output<typeof AccountChoice>;

const BUILT_IN = new Set([
  'localsystem',
  'system',
  'localservice',
  'networkservice',
  'local service',
  'network service',
  'nobody',
  'daemon',
]);

/** One that the system made for itself: it mostly has no rights on other machines, on shared folders for one. */
export const isBuiltInAccount = (userName: string) => BUILT_IN.has(userName.trim().toLowerCase());
