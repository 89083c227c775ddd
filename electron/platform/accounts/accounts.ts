/** The account of this process. */
export interface Accounts {
  /** The account's name as its machine writes it: `name`, on Windows `DOMAIN\name`; at most 256 characters. */
  current(): string;
  /** The name of the account with this number, or the number where it has none; at most 256 characters. */
  nameOf(user: number): Promise<string>;
}
