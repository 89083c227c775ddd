import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { register } from 'tsx/esm/api';
import { PlainError } from '../setup/report.mjs';
import { makeDemoFolder } from './demo-folder.mjs';
import { Program } from './program.mjs';

const POLL_MS = 400;
const CONNECT_DEADLINE_MS = 60_000;
const INSTALL_DEADLINE_MS = 60_000;
const USERS_AFTER = 50;

/** Starts the reference back office and makes the folders for a program that knows nothing of it yet. */
export async function openDemo(runtime, { licences } = {}) {
  register();
  const { startBackOffice } = await import('../../test/back-office/back-office.ts');
  const { demoLicenceFile } = await import('../../test/back-office/desks/flexnet-file.ts');
  const backOffice = await startBackOffice();
  const { vendorProfile } = backOffice;
  const folder = makeDemoFolder({ vendorProfile, licenceFile: demoLicenceFile(), licences });
  const env = {
    ...process.env,
    REMOTE_SERVICE_HOME: folder.home,
    REMOTE_SERVICE_VENDOR: folder.vendorFile,
  };
  return { backOffice, folder, program: new Program(runtime, env), env };
}

/** Sets the program up for the back office, as a customer of the service organisation would. */
export async function configure({ backOffice, folder, program }) {
  const { id, verificationCode } = backOffice.organisation;
  const servers = [{ name: 'Licence server of this computer', kind: 'local', path: folder.licences }];
  await program.set('remoteService.serviceOrganisationId', id);
  await program.set('remoteService.verificationCode', verificationCode, { isSecret: true });
  await program.set('licenceServers', JSON.stringify(servers));
  await program.set('remoteService.enabled', 'true');
}

/** Waits until the program is connected; the failure says what it said last. */
export async function waitUntilConnected({ program }, signal) {
  let last = null;
  const isConnected = async () => {
    last = await program.status();
    return last?.connection.state === 'connected';
  };
  if (await becomesTrue(isConnected, CONNECT_DEADLINE_MS, signal)) return;
  const { state = 'no answer', reason = null } = last?.connection ?? {};
  throw new PlainError(
    `The program did not connect to the back office: ${state}${reason ? `, ${reason}` : ''}.`,
  );
}

/** Issues a licence in the back office and waits until it is in force and on the disk; gives the status then. */
export async function renewLicence({ backOffice, folder, program }, signal) {
  const { claims } = issueLicence(backOffice);
  let status = null;
  const isInForce = async () => {
    status = await program.status();
    const onDisk = readFileSync(folder.licenceFile, 'utf8');
    return status?.licence?.sequence === claims.sequence && onDisk === claims.file.content;
  };
  if (await becomesTrue(isInForce, INSTALL_DEADLINE_MS, signal)) return status;
  const [server] = status?.licenceServers ?? [];
  throw new PlainError(
    `The new licence was not installed: ${server?.reason ?? server?.state ?? 'no answer'}.`,
  );
}

/** A year more for everything and twice the users, on top of whatever was issued before. */
function issueLicence(backOffice) {
  const inAYear = new Date(Date.now() + 366 * 86_400_000).toISOString().slice(0, 10);
  const change = { kind: 'replace', expiresOn: inAYear, maintenanceUntil: inAYear, users: USERS_AFTER };
  // The first licence of a serial number is always the one it starts with.
  if (backOffice.licences().length === 0) backOffice.issueLicence(change);
  return backOffice.issueLicence(change);
}

async function becomesTrue(condition, deadlineMs, signal) {
  const deadline = Date.now() + deadlineMs;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    if (await condition()) return true;
    await delay(POLL_MS, undefined, { signal });
  }
  return false;
}

/** The status in plain words, a line each. */
export function describe(status, { backOffice, folder }) {
  const { connection, licence, organisation } = status;
  return [
    `Status:       ${connection.state} to ${organisation?.name ?? backOffice.address} since ${connection.since}`,
    `Licence:      number ${licence.sequence} of ${licence.serialNumber}, ${licence.users} users`,
    `              expires on ${licence.expiresOn ?? 'no day'}, maintenance until ${licence.maintenanceUntil}`,
    `Installed as: ${folder.licenceFile}`,
  ].join('\n');
}
