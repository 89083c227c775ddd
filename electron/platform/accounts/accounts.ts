/** The account of this process. */
export interface Accounts {
  /** The account's name as its machine writes it: `name`, on Windows `DOMAIN\name`; at most 256 characters. */
  current(): string;
}
