import { z } from 'zod';
import type { Office } from '../office';
import { parse } from '../parse';
import { Problem } from '../problem';

/** The request of an installation without a network, carried on a stick; members that later versions add are let through. */
const LicenceRequest = z.object({
  document: z.literal('licence-request'),
  formatVersion: z.literal(1),
  product: z.string().max(128),
  serialNumber: z.string().min(1).max(64),
  sequence: z.int().min(0),
  nonce: z.string().regex(/^[\w-]{22}$/),
});

export type LicenceAnswer = {
  /** The request's own reference. */
  reference: string;
  serialNumber: string;
  sequence: number;
  /** Whether the installation does not hold it yet. */
  isNewer: boolean;
  fileName: string;
  /** The signed package, to be saved as it is. */
  package: string;
};

/**
 * Answers a licence request with the newest package of its serial number.
 * @throws Problem 400 `request-invalid`, `wrong-product`, 404 `serial-number-unknown`, `no-licence`.
 */
export function answerRequest(office: Office, document: unknown): LicenceAnswer {
  const request = parse(LicenceRequest, document, 'request-invalid');
  if (request.product !== office.options.product) throw new Problem(400, 'wrong-product');
  const { serialNumber, licences } = office.registry.serialNumber(request.serialNumber);
  const newest = licences.at(-1);
  if (newest === undefined) throw new Problem(404, 'no-licence');
  return {
    reference: request.nonce,
    serialNumber,
    sequence: newest.sequence,
    isNewer: newest.sequence > request.sequence,
    fileName: `licence-${newest.sequence}.jws`,
    package: newest.package,
  };
}
