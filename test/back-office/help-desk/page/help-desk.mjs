import { showAssistance } from './assistance.mjs';
import { showValues } from './controls.mjs';
import { byId, call, day, element, list, onSubmit, say, table, times } from './page.mjs';

const REASONS = {
  initial: 'First licence',
  'maintenance-extended': 'Maintenance extended',
  'features-added': 'Features added',
  'users-added': 'Users added',
  replacement: 'Replaced',
};
const SERVER_STATES = {
  'up-to-date': 'Up to date',
  behind: 'Behind',
  failing: 'Failing',
  unknown: 'Unknown',
};
const OUTCOMES = {
  installed: 'Installed',
  'saved-by-operator': 'Saved by the operator',
  failed: 'Failed',
  'rolled-back': 'Rolled back',
  waiting: 'Waiting',
};

const TROUBLES = {
  'path-missing': 'The licence folder does not exist',
  'not-a-folder': 'The licence path is not a folder',
  'access-denied': 'The service account may not write there',
  'read-only': 'The folder is read-only',
  'disk-full': 'The disk is full',
  'share-unreachable': 'The shared folder cannot be reached',
  'timed-out': 'The folder did not answer in time',
  'file-in-use': 'Another program is using the licence file',
  'verify-failed': 'The new licence file was not written correctly',
  'wrong-host': 'The licence is for another host',
};

let stream = null;

function connectionRows({ installation, status }) {
  if (installation === null) return [['State', 'Never registered']];
  const { registration, organisation, lastSeen } = installation;
  const version = status?.productVersion ?? registration.productVersion ?? 'unknown';
  return [
    ['Last seen', times.format(new Date(lastSeen))],
    ['Organisation', `${organisation.name} (${organisation.id})`],
    ['Computer', `${registration.hostName} (${registration.platform})`],
    ['Service version', status?.serviceVersion ?? registration.serviceVersion],
    ['Product version', `${registration.product} ${version}`],
    [
      'Remote assistance',
      status === null ? 'Unknown' : status.remoteAssistance.allowed ? 'Allowed' : 'Not allowed',
    ],
  ];
}

function licenceRows({ licence, status }) {
  if (licence === null) return [['Issued', 'No licence yet']];
  const installed = status?.licence ?? null;
  return [
    ['Newest issued', `Number ${licence.sequence}, ${REASONS[licence.reason] ?? licence.reason}`],
    ['Installed', installed === null ? 'Unknown' : `Number ${installed.sequence ?? 'unknown'}`],
    ['Expires on', day(licence.expiresOn)],
    ['Maintenance until', day(licence.maintenanceUntil)],
    ['Users', String(licence.users)],
    ['Features', licence.features.map(({ name, quantity }) => `${name} (${quantity})`).join(', ')],
  ];
}

function showPill({ installation }) {
  const isConnected = installation?.isConnected === true;
  const isRemoved = installation?.removed === true;
  byId('pill').textContent = isConnected ? 'Connected' : isRemoved ? 'Removed' : 'Not connected';
  byId('pill').dataset.tone = isConnected ? 'good' : 'warn';
}

function showReport({ lastReport }) {
  const results = lastReport?.results ?? [];
  const rows = results.map(({ name, outcome, reason = '' }) => [
    name,
    OUTCOMES[outcome] ?? outcome,
    TROUBLES[reason] ?? reason,
  ]);
  table(
    byId('report'),
    ['Licence server', 'Result', 'Reason'],
    rows,
    'There is no licence server in the report.',
  );
  const summary = lastReport
    ? `Number ${lastReport.sequence}: ${lastReport.verdict}, ${times.format(new Date(lastReport.at))}`
    : 'Nothing reported yet.';
  if (lastReport) byId('report').prepend(element('p', summary));
  else byId('report').replaceChildren(element('p', summary));
}

function show(view) {
  byId('details-heading').textContent = `${view.serialNumber} · ${view.customer.name}`;
  showPill(view);
  list(byId('connection'), connectionRows(view));
  list(byId('licence'), licenceRows(view));
  const servers = (view.status?.licenceServers ?? []).map((server) => [
    server.name,
    server.kind === 'local' ? 'Local' : 'Remote',
    SERVER_STATES[server.state] ?? server.state,
    server.sequence === undefined || server.sequence === null ? '' : String(server.sequence),
    TROUBLES[server.reason] ?? server.reason ?? '',
  ]);
  const columns = ['Name', 'Type', 'State', 'Licence number', 'Reason'];
  table(byId('servers'), columns, servers, 'No licence server has been reported.');
  showReport(view);
  showAssistance(view);
  showValues(view);
}

function plusOneYear(date) {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later.toISOString().slice(0, 10);
}

/** Shows one installation and follows it until another is chosen. */
function open(view) {
  stream?.close();
  const { serialNumber, licence } = view;
  byId('details').dataset.serialNumber = serialNumber;
  byId('details').hidden = false;
  const today = new Date().toISOString().slice(0, 10);
  byId('maintenance').value = plusOneYear(licence?.maintenanceUntil ?? today);
  byId('expires').value = licence?.expiresOn ?? plusOneYear(today);
  show(view);
  stream = new EventSource(`api/installations/${encodeURIComponent(serialNumber)}/live`);
  stream.onmessage = ({ data }) => show(JSON.parse(data));
  byId('details-heading').focus();
  history.replaceState(null, '', `#${encodeURIComponent(serialNumber)}`);
}

function showResults(views) {
  byId('results').hidden = views.length < 2;
  byId('result-list').replaceChildren(
    ...views.map((view) => {
      const item = element('li');
      const button = element('button', `${view.serialNumber} · ${view.customer.name}`);
      button.addEventListener('click', () => open(view));
      item.append(button);
      return item;
    }),
  );
}

async function find(query) {
  const { installations } = await call('find', query);
  showResults(installations);
  if (installations.length === 0)
    return say('No installation has registered for this organisation yet.', 'bad');
  if (installations.length === 1) open(installations[0]);
  return say(
    installations.length === 1 ? 'Installation found.' : `${installations.length} installations found.`,
    'good',
  );
}

const SENTENCES = {
  'extend-maintenance': ({ maintenanceUntil }) => `maintenance until ${day(maintenanceUntil)}`,
  'add-feature': ({ features }) => `features: ${features.map(({ name }) => name).join(', ')}`,
  'add-users': ({ users }) => `${users} users`,
  replace: ({ expiresOn }) => `expires on ${day(expiresOn)}`,
};

async function issue(kind, values) {
  const numbers = ['users', 'quantity'].filter((name) => name in values);
  const change = {
    kind,
    ...values,
    ...Object.fromEntries(numbers.map((name) => [name, Number(values[name])])),
  };
  const serialNumber = byId('details').dataset.serialNumber;
  const { sequence, claims } = await call(
    `installations/${encodeURIComponent(serialNumber)}/licences`,
    change,
  );
  say(`Licence number ${sequence} issued: ${SENTENCES[kind](claims)}.`, 'good');
}

const REQUEST_CAP = 16 * 1024;

async function readRequest(file) {
  if (file.size > REQUEST_CAP) throw new Error('This is no licence request: it is too large.');
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new Error('This is no licence request.');
  }
}

/** The package is handed out as a file of its own; the link stays, so that it can be saved again. */
async function answerRequest({ request }) {
  byId('answer').hidden = true;
  const answer = await call('licence-requests', await readRequest(request));
  const link = byId('answer-link');
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([answer.package], { type: 'application/octet-stream' }));
  link.download = answer.fileName;
  link.textContent = `Save licence package ${answer.sequence} for ${answer.serialNumber}`;
  byId('answer').hidden = false;
  const news = answer.isNewer ? '' : ' The installation holds it already.';
  say(`Request ${answer.reference} is answered with licence number ${answer.sequence}.${news}`, 'good');
}

onSubmit(byId('find-serial'), find);
onSubmit(byId('find-organisation'), find);
onSubmit(byId('answer-request'), answerRequest);
for (const form of document.querySelectorAll('form[data-kind]')) {
  onSubmit(form, (values) => issue(form.dataset.kind, values));
}

const linked = decodeURIComponent(location.hash.slice(1));
if (linked !== '') {
  byId('serial').value = linked;
  byId('find-serial').requestSubmit();
}
