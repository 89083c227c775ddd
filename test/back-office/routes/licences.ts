import type { FastifyInstance } from 'fastify';
import { timestamp } from '../desks/dates';
import type { Office } from '../office';
import { callerOf, parse } from '../parse';
import { Problem } from '../problem';
import { LicenceReport, NonceQuery } from '../schemas';

const REPORTS_KEPT = 100;
const FRESH_SECONDS = 86_400;

/** Index, package and report of licences, and the key set that vouches for their signatures. */
export function licenceRoutes(app: FastifyInstance, office: Office): void {
  app.get('/installations/:id/licence-index', (request, reply) => {
    const { nonce } = parse(NonceQuery, request.query, 'query-invalid');
    const { serialNumber } = callerOf(request);
    const newest = office.registry.serialNumber(serialNumber).licences.at(-1);
    if (newest === undefined) throw new Problem(404, 'no-licence');
    const { sequence, licenceId, sha256, size } = newest;
    const claims = {
      formatVersion: 1,
      nonce,
      serialNumber,
      sequence,
      licenceId,
      sha256,
      size,
      issuedAt: timestamp(),
      freshUntil: timestamp(FRESH_SECONDS),
    };
    return reply.type('application/jose').send(office.keys.sign('index', 'licence-index+jws', claims));
  });

  app.get<{ Params: { licenceId: string } }>('/licences/:licenceId', (request, reply) => {
    const { licences } = office.registry.serialNumber(callerOf(request).serialNumber);
    const licence = licences.find(({ licenceId }) => licenceId === request.params.licenceId);
    if (licence === undefined) throw new Problem(404, 'licence-unknown');
    return reply.type('application/jose').send(licence.package);
  });

  app.post('/installations/:id/licence-reports', (request, reply) => {
    const installation = callerOf(request);
    const report = parse(LicenceReport, request.body);
    installation.reports = [...installation.reports, { ...report, at: timestamp() }].slice(-REPORTS_KEPT);
    office.changed(installation.serialNumber);
    return reply.code(204).send();
  });

  app.get('/key-set', (_request, reply) =>
    reply.type('application/jose+json').send(JSON.stringify(office.keys.keySet)),
  );
}
