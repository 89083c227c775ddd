import type { FastifyInstance } from 'fastify';
import { noteAuditLog } from '../data/audit-heads';
import { timestamp } from '../desks/dates';
import type { Office } from '../office';
import { callerOf, parse } from '../parse';
import { Registration, Status } from '../schemas';
import { eventRoute } from './events';

/** Registration, heartbeat and the long poll. */
export function installationRoutes(app: FastifyInstance, office: Office): void {
  const { heartbeatSeconds } = office.options;

  app.post('/installations', async (request, reply) => {
    const registered = office.registry.register(parse(Registration, request.body));
    const { installation, organisation, token, isNew } = registered;
    const { id, name, phone, website } = organisation;
    office.events.wake(installation.installationId);
    office.changed(installation.serialNumber);
    return reply.code(isNew ? 201 : 200).send({
      installationId: installation.installationId,
      token,
      organisation: { id, name, phone, website },
      heartbeatSeconds,
      serverTime: timestamp(),
    });
  });

  app.put('/installations/:id/status', (request, reply) => {
    const installation = callerOf(request);
    installation.status = parse(Status, request.body);
    const { auditLog } = installation.status;
    const known = installation.audit.alarms.length;
    if (auditLog !== undefined) noteAuditLog(installation.audit, auditLog, timestamp());
    const alarm = installation.audit.alarms.slice(known).at(-1);
    if (alarm !== undefined) {
      const { kind, number } = alarm;
      process.stderr.write(
        `The audit log of ${installation.serialNumber} is ${kind}: it ends with ${number}.\n`,
      );
    }
    office.changed(installation.serialNumber);
    const held = installation.audit.heads.at(-1);
    const auditLogHeld = held === undefined ? {} : { auditLogHeld: held.number };
    return reply.send({ serverTime: timestamp(), heartbeatSeconds, ...auditLogHeld });
  });

  eventRoute(app, office);
}
