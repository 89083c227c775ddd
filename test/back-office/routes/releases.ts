import type { FastifyInstance } from 'fastify';
import { timestamp } from '../desks/dates';
import type { Office } from '../office';
import { parse } from '../parse';
import { Problem } from '../problem';
import { NonceQuery } from '../schemas';

const FRESH_SECONDS = 86_400;

type Span = { first: number; last: number };

/** One byte range (RFC 9110 section 14.2); null = the whole file, several ranges included. */
function byteRange(header: string | undefined, size: number): Span | null | 'unsatisfiable' {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const span =
    from === ''
      ? { first: Math.max(0, size - Number(to)), last: size - 1 }
      : { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return span.first >= size || span.last < span.first ? 'unsatisfiable' : span;
}

/** The releases on offer and their files. */
export function releaseRoutes(app: FastifyInstance, office: Office): void {
  app.get('/installations/:id/release-index', (request, reply) => {
    const { nonce } = parse(NonceQuery, request.query, 'query-invalid');
    const claims = {
      formatVersion: 1,
      nonce,
      issuedAt: timestamp(),
      freshUntil: timestamp(FRESH_SECONDS),
      product: office.options.product,
      releases: office.releases.releases,
    };
    return reply.type('application/jose').send(office.keys.sign('release', 'release-index+jws', claims));
  });

  app.get<{ Params: { releaseId: string } }>('/releases/:releaseId/file', (request, reply) => {
    const found = office.releases.file(request.params.releaseId);
    if (found === undefined) throw new Problem(404, 'release-unknown');
    const { content, release } = found;
    const etag = `"${release.sha256}"`;
    void reply.headers({ etag, 'accept-ranges': 'bytes' }).type('application/octet-stream');
    const condition = request.headers['if-range'];
    const isSame = condition === undefined || condition === etag;
    const span = isSame ? byteRange(request.headers.range, content.length) : null;
    if (span === 'unsatisfiable') {
      throw new Problem(416, 'range', undefined, { 'content-range': `bytes */${content.length}` });
    }
    if (span === null) return reply.send(content);
    return reply
      .code(206)
      .header('content-range', `bytes ${span.first}-${span.last}/${content.length}`)
      .send(content.subarray(span.first, span.last + 1));
  });
}
