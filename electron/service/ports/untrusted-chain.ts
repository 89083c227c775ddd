import type { OfferedAuthority } from '@shared/domain/settings/trusted-certificate';

/** Why a certificate was not trusted, as the cause of an error; with the authority that would make it trusted, if it was shown. */
export class UntrustedChain extends Error {
  constructor(
    message: string,
    readonly authority: OfferedAuthority | null,
  ) {
    super(message);
  }
}

/** The authority that a person may be asked to trust after this failure; nothing for any other. */
export const offeredBy = (failure: { cause?: unknown }): { authority?: OfferedAuthority } => {
  const { cause } = failure;
  return cause instanceof UntrustedChain && cause.authority !== null ? { authority: cause.authority } : {};
};
