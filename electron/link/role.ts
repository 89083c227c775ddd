import type { Access } from '@shared/contract/define';

/** Whom a connection to the service speaks for, in rising order; each has its own key file. */
export const ROLES = ['viewer', 'operator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const NEEDED = { read: 'viewer', write: 'operator', admin: 'administrator' } as const satisfies Record<
  Access,
  Role
>;

/** The role matrix: a higher role may do all that a lower one may. */
export const mayUse = (role: Role, access: Access) => ROLES.indexOf(role) >= ROLES.indexOf(NEEDED[access]);
