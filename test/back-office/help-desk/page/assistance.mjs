import { byId, call, element, onSubmit, say, times } from './page.mjs';

const ACCESS = { view: 'View only', control: 'View and control' };
const ANSWERS = {
  denied: 'Denied by the customer',
  'no-answer': 'Nobody answered',
  'not-permitted': 'Not permitted',
  busy: 'Busy with another request',
  unavailable: 'Nobody available',
};
const ENDINGS = {
  customer: 'Ended by the customer',
  technician: 'Ended by the technician',
  expired: 'Ended: time limit reached',
  'permission-ended': 'Ended: permission expired',
  'service-stopped': 'Ended: the service or the client stopped',
};

let shown = null;

/** The state of a request, and its mark. */
function stateOf({ state, answer, end, answerBy, isInSession, refusal }) {
  if (end !== null) return [ENDINGS[end.endedBy] ?? end.endedBy, 'plain'];
  if (state === 'withdrawn') return ['Withdrawn', 'plain'];
  if (state === 'ended') return ['Ending', 'warn'];
  if (answer?.decision === 'allowed') {
    return isInSession ? ['In session', 'good'] : ['Allowed, not in session yet', 'warn'];
  }
  if (answer !== null) {
    const words = ANSWERS[answer.decision] ?? answer.decision;
    return [refusal === null ? words : `${words}: ${refusal}`, 'plain'];
  }
  return [`Waiting for the customer until ${times.format(new Date(answerBy))}`, 'warn'];
}

function durationOf({ end }) {
  if (end === null) return null;
  const seconds = Math.max(0, Math.round((Date.parse(end.endedAt) - Date.parse(end.startedAt)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

/** The way in which a request can be closed from this side; null where it is closed. */
function closingOf({ state, answer, end }) {
  if (state === 'open')
    return { how: 'withdraw', label: 'Withdraw request', said: 'The request is withdrawn.' };
  const isAllowed = state === 'answered' && answer?.decision === 'allowed' && end === null;
  return isAllowed
    ? { how: 'end', label: 'End session', said: 'The customer’s computer is ending the session.' }
    : null;
}

async function close(serialNumber, requestId, { how, said }) {
  try {
    await call(`installations/${encodeURIComponent(serialNumber)}/assistance/${requestId}/${how}`, {});
    say(said, 'good');
  } catch (error) {
    say(error.message, 'bad');
  }
}

function rowOf(serialNumber, request) {
  const { ask, answer } = request;
  const item = element('li');
  const [words, tone] = stateOf(request);
  const state = element('p', words);
  state.className = 'state';
  state.dataset.tone = tone;
  const who =
    ask === null
      ? 'A request that was sent manually'
      : `${ask.technician.name} · ${ask.ticket} · ${ACCESS[ask.access]}`;
  const facts = [
    request.requestedAt === '' ? null : `Asked ${times.format(new Date(request.requestedAt))}`,
    answer?.answeredBy ? `Answered by ${answer.answeredBy}` : null,
    durationOf(request),
  ].filter((fact) => fact !== null);
  const lines = [element('p', who), element('p', ask?.reason ?? ''), element('p', facts.join(' · '))];
  lines[0].className = 'who';
  lines[2].className = 'note';
  item.append(state, ...lines);
  const closing = closingOf(request);
  if (closing !== null) {
    const button = element('button', closing.label);
    button.addEventListener('click', () => close(serialNumber, request.requestId, closing));
    item.append(button);
  }
  return item;
}

/** Shows the requests of an installation; drawn anew only where something has changed, so that a focus is kept. */
export function showAssistance({ serialNumber, installation, assistance }) {
  byId('assistance-form').dataset.organisation = installation?.organisation.name ?? '';
  const wanted = JSON.stringify([serialNumber, assistance]);
  if (wanted === shown) return;
  shown = wanted;
  const rows = assistance.map((request) => rowOf(serialNumber, request));
  byId('assistance-list').replaceChildren(...rows);
  byId('assistance-none').hidden = rows.length > 0;
}

const code = byId('session-code');
const link = byId('session-link');
code.addEventListener('input', () => {
  link.value = `https://get.teamviewer.com/v15/${code.value.trim().replaceAll('-', '')}`;
});

const HOUR_MS = 3_600_000;
const isTeamViewer = () => byId('provider').value === 'teamviewer';
byId('provider').addEventListener('change', () => {
  byId('teamviewer').hidden = !isTeamViewer();
  for (const field of [code, link]) field.required = isTeamViewer();
});

onSubmit(byId('assistance-form'), async ({ technician, ticket, reason, access, provider, ...session }) => {
  const { serialNumber } = byId('details').dataset;
  const { organisation } = byId('assistance-form').dataset;
  const validUntil = new Date(Date.now() + HOUR_MS).toISOString();
  const opened = provider === 'teamviewer' ? session : { code: '' };
  await call(`installations/${encodeURIComponent(serialNumber)}/assistance`, {
    ...{ technician: { name: technician, organisation }, ticket, reason, access },
    session: { provider, validUntil, ...opened },
  });
  say('The customer is being asked.', 'good');
});
