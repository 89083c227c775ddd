export const byId = (id) => document.getElementById(id);

const REFUSALS = {
  'organisation-unknown': 'No service organisation has this ID. Check the ID with the customer.',
  'verification-code-wrong':
    'The verification code does not belong to this service organisation. Ask for it again.',
  'too-many-attempts': 'Too many wrong codes. Wait one minute, then try again.',
  'serial-number-unknown': 'No installation with this serial number is known. Check it with the customer.',
  'date-not-later': 'Maintenance already runs at least until this day. Choose a later one.',
  'request-invalid': 'This is no licence request.',
  'wrong-product': 'The request is for another product.',
  'no-licence': 'No licence has been issued for this serial number yet.',
  'already-answered': 'The customer has answered meanwhile.',
  'no-session': 'There is no session to end any more.',
  'installation-unknown': 'This installation has never registered, so nobody can be asked.',
  'body-invalid': 'A value is missing or out of range. Check the form.',
};

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
export const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
export const day = (date) => (date === null ? 'No end' : dates.format(new Date(date)));

export function say(text, tone) {
  byId('message').textContent = text;
  byId('message').dataset.tone = tone;
}

export async function call(path, body) {
  const answer = await fetch(`api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-help-desk': '1' },
    body: JSON.stringify(body),
  });
  const content = answer.status === 204 ? null : await answer.json();
  if (answer.ok) return content;
  throw new Error(REFUSALS[content.code] ?? `The back office refused this (${content.code}).`);
}

export function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

export function list(target, rows) {
  target.replaceChildren(...rows.flatMap(([term, value]) => [element('dt', term), element('dd', value)]));
}

export function table(target, columns, rows, empty) {
  if (rows.length === 0) return target.replaceChildren(element('p', empty));
  const made = element('table');
  const head = element('tr');
  for (const column of columns) {
    const cell = element('th', column);
    cell.scope = 'col';
    head.append(cell);
  }
  made.append(element('thead'), element('tbody'));
  made.tHead.append(head);
  for (const row of rows) {
    const line = element('tr');
    line.append(...row.map((text) => element('td', text)));
    made.tBodies[0].append(line);
  }
  return target.replaceChildren(made);
}

/** Runs one form at a time, so that a second click cannot issue a second licence. */
export function onSubmit(form, run) {
  form.addEventListener('submit', async (submitted) => {
    submitted.preventDefault();
    const [button] = form.querySelectorAll('button');
    button.disabled = true;
    say('', '');
    try {
      await run(Object.fromEntries(new FormData(form)));
    } catch (error) {
      say(error instanceof TypeError ? 'The back office does not answer.' : error.message, 'bad');
    } finally {
      button.disabled = false;
    }
  });
}
