import { z } from 'zod';
import {
  ACCESS_SCOPES,
  ASSISTANCE_PROVIDERS,
  type AssistanceAsk,
  type AssistanceProviderName,
} from '@shared/domain/assistance/assistance';
import { hasLookAlikes } from '@shared/domain/text/look-alike-letters';
import { hasSteeringCharacters } from '@shared/domain/text/steering-characters';
import { isSessionCode, linkRefusal, type LinkRefusal } from '@shared/domain/assistance/assistance-link';

/** Why a request for assistance is not put before anybody; the text is `assistance.refusal.<name>`. */
export type RequestRefusal =
  | 'request-incomplete'
  | 'text-missing'
  | 'text-too-long'
  | 'text-characters'
  | 'text-look-alike'
  | 'access-unknown'
  | 'provider-not-in-use'
  | 'code-invalid'
  | LinkRefusal
  | 'session-over';

/** The client of the session. The link is null where the provider needs none. */
type AssistanceInvitation = { provider: AssistanceProviderName; code: string; link: string | null };

/** A request as it may be put before a person; times by the back office's clock, in ms since the epoch. */
export type AssistanceRequest = AssistanceAsk & {
  invitation: AssistanceInvitation;
  answerBy: number;
};

export type RequestReading =
  { ok: true; request: AssistanceRequest } | { ok: false; refusal: RequestRefusal };

const Moment = z.iso.datetime({ offset: true });
const Members = z.object({
  requestId: z.string(),
  technician: z.object({ name: z.string(), organisation: z.string() }),
  ticket: z.string(),
  reason: z.string(),
  access: z.string(),
  session: z.object({
    provider: z.string(),
    code: z.string(),
    endCustomerLink: z.string().optional(),
    validUntil: Moment,
  }),
  answerBy: Moment,
});
type Members = z.output<typeof Members>;

const LIMITS = { technician: 200, organisation: 200, ticket: 100, reason: 2000 } as const;

const READABLE = /[\p{L}\p{N}]/u;

const textsOf = ({ technician, ticket, reason }: Members) => ({
  technician: technician.name.trim(),
  organisation: technician.organisation.trim(),
  ticket: ticket.trim(),
  reason: reason.replaceAll(/[\r\n\t]+/g, ' ').trim(),
});

const textRefusal = (texts: ReturnType<typeof textsOf>): RequestRefusal | null => {
  const all = Object.entries(texts) as [keyof typeof LIMITS, string][];
  if (all.some(([name, text]) => text.length > LIMITS[name])) return 'text-too-long';
  if (all.some(([, text]) => hasSteeringCharacters(text))) return 'text-characters';
  // A reason is prose, in which "PDFы" is a word; of a name that is no reading.
  if ([texts.technician, texts.organisation].some(hasLookAlikes)) return 'text-look-alike';
  return all.some(([, text]) => !READABLE.test(text)) ? 'text-missing' : null;
};

type InvitationReading =
  { ok: true; invitation: AssistanceInvitation } | { ok: false; refusal: RequestRefusal };

const readInvitation = (
  { provider, code, endCustomerLink = '' }: Members['session'],
  inUse: AssistanceProviderName,
): InvitationReading => {
  const known = ASSISTANCE_PROVIDERS.find((name) => name === provider);
  if (known !== inUse) return { ok: false, refusal: 'provider-not-in-use' };
  if (known !== 'teamviewer') return { ok: true, invitation: { provider: known, code: '', link: null } };
  if (!isSessionCode(code)) return { ok: false, refusal: 'code-invalid' };
  const refusal = linkRefusal(endCustomerLink);
  if (refusal !== null) return { ok: false, refusal };
  return { ok: true, invitation: { provider: known, code, link: endCustomerLink } };
};

/**
 * Takes an `assistance-requested` event apart. What is not exactly as described is refused by name, before anybody is
 * asked. `now` = the back office's time, in ms since the epoch.
 */
export const readAssistanceRequest = (
  event: unknown,
  { provider, now }: { provider: AssistanceProviderName; now: number },
): RequestReading => {
  const refused = (refusal: RequestRefusal): RequestReading => ({ ok: false, refusal });
  const parsed = Members.safeParse(event);
  if (!parsed.success) return refused('request-incomplete');
  const { data } = parsed;
  const access = ACCESS_SCOPES.find((scope) => scope === data.access);
  if (access === undefined) return refused('access-unknown');
  const texts = textsOf(data);
  const textFault = textRefusal(texts);
  if (textFault !== null) return refused(textFault);
  const invited = readInvitation(data.session, provider);
  if (!invited.ok) return invited;
  if (Date.parse(data.session.validUntil) <= now) return refused('session-over');
  const { requestId, answerBy } = data;
  const { invitation } = invited;
  return { ok: true, request: { requestId, ...texts, access, invitation, answerBy: Date.parse(answerBy) } };
};
