import { byId, element, say, times } from './page.mjs';

const NOT_SENT = "On the customer's page only";

/** The settings that the installation reports, by the number of the control; everything else stays with the customer. */
function valuesOf({ serialNumber, installation, status }) {
  if (installation === null) return {};
  const { registration, isConnected } = installation;
  const assistance = status?.remoteAssistance;
  const servers = (status?.licenceServers ?? []).map(({ name }) => name);
  return {
    1: isConnected ? 'On' : 'Unknown: not connected',
    2: registration.serviceOrganisationId,
    3: 'Set (never shown)',
    4: serialNumber,
    11: status === null ? 'Unknown' : servers.join(', ') || 'None',
    16: assistance === undefined ? 'Unknown' : assistance.allowed ? 'On' : 'Off',
    17: assistance?.until ? `Ends ${times.format(new Date(assistance.until))}` : 'No end set',
  };
}

const cells = new Map();
let values = {};

function fill() {
  for (const [number, cell] of cells) cell.textContent = values[number] ?? (isOpen() ? NOT_SENT : '');
}

const isOpen = () => !byId('details').hidden;

/** Shows the values of the installation that is open. */
export function showValues(view) {
  values = valuesOf(view);
  fill();
}

async function load() {
  const response = await fetch('controls.json');
  for (const { number, english, italian } of await response.json()) {
    const row = element('tr');
    const value = element('td', '');
    cells.set(number, value);
    row.append(...[number, english, italian].map((text) => element('td', String(text))), value);
    byId('control-rows').append(row);
  }
  fill();
}

load().catch(() => say('The numbers of the controls cannot be loaded.', 'bad'));
