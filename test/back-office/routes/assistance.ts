import type { FastifyInstance } from 'fastify';
import type { Office } from '../office';
import { callerOf, parse } from '../parse';
import { AssistanceAnswer, AssistanceEnd } from '../schemas';

type Named = { Params: { requestId: string } };

/** The customer's answer to a request for remote assistance, and the end of a session. */
export function assistanceRoutes(app: FastifyInstance, office: Office): void {
  app.post<Named>('/assistance/:requestId/answer', (request, reply) => {
    const installation = callerOf(request);
    const answer = parse(AssistanceAnswer, request.body);
    office.assistance.takeAnswer(installation, request.params.requestId, answer);
    office.changed(installation.serialNumber);
    return reply.code(204).send();
  });

  app.post<Named>('/assistance/:requestId/ended', (request, reply) => {
    const installation = callerOf(request);
    office.assistance.takeEnd(installation, request.params.requestId, parse(AssistanceEnd, request.body));
    office.changed(installation.serialNumber);
    return reply.code(204).send();
  });
}
