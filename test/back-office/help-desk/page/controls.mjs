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
let locale = '';

function fill() {
  for (const [number, cell] of cells) cell.textContent = values[number] ?? (isOpen() ? NOT_SENT : '');
}

const isOpen = () => !byId('details').hidden;
const languageName = (tag) => new Intl.DisplayNames('en', { type: 'language' }).of(tag);

function show({ locale: shown, locales, controls }) {
  const choice = byId('control-language');
  if (choice.options.length === 0) choice.append(...locales.map((tag) => new Option(languageName(tag), tag)));
  choice.value = shown;
  byId('control-customer').textContent = languageName(shown);
  cells.clear();
  const rows = controls.map(({ number, place, english, customer }) => {
    const row = element('tr');
    const value = element('td', '');
    const named = element('td', customer);
    named.lang = shown;
    cells.set(number, value);
    row.append(element('td', String(number)), named, element('td', english), element('td', place), value);
    return row;
  });
  byId('control-rows').replaceChildren(...rows);
  fill();
}

async function load(wanted) {
  if (wanted === locale) return;
  locale = wanted;
  try {
    const response = await fetch(`controls.json?locale=${encodeURIComponent(wanted)}`);
    if (locale === wanted) show(await response.json());
  } catch {
    say('The numbers of the controls cannot be loaded.', 'bad');
  }
}

let openSerialNumber = '';

/** Shows the values of the installation that is open; its language is taken when it is opened. */
export function showValues(view) {
  values = valuesOf(view);
  if (view.serialNumber !== openSerialNumber) {
    openSerialNumber = view.serialNumber;
    void load(view.installation?.registration.locale ?? 'en');
  }
  fill();
}

byId('control-language').addEventListener('change', ({ target }) => load(target.value));
void load('en');
