import { describe, expect, it } from 'vitest';
import { readAssistanceRequest } from './assistance-request';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const event = {
  type: 'assistance-requested',
  requestId: 'r-1',
  technician: { name: 'Ada <b>Lovelace</b>', organisation: 'Druckhaus Service GmbH' },
  ticket: 'T-1',
  reason: 'Colours\nare wrong',
  access: 'view',
  session: {
    provider: 'teamviewer',
    code: 's12-345-678',
    endCustomerLink: 'https://get.teamviewer.com/v15/s12345678',
    validUntil: '2026-03-02T10:00:00Z',
  },
  answerBy: '2026-03-02T11:02:00+02:00',
};
const read = (change: object = {}, session: object = {}) =>
  readAssistanceRequest(
    { ...event, ...change, session: { ...event.session, ...session } },
    { provider: 'teamviewer', now: NOW },
  );

describe('readAssistanceRequest', () => {
  it('takes the request apart and leaves its texts as they are, on one line', () => {
    expect(read()).toEqual({
      ok: true,
      request: {
        requestId: 'r-1',
        technician: 'Ada <b>Lovelace</b>',
        organisation: 'Druckhaus Service GmbH',
        ticket: 'T-1',
        reason: 'Colours are wrong',
        access: 'view',
        invitation: {
          provider: 'teamviewer',
          code: 's12-345-678',
          link: 'https://get.teamviewer.com/v15/s12345678',
        },
        answerBy: Date.parse('2026-03-02T09:02:00Z'),
      },
    });
  });

  it.each([
    ['request-incomplete', { technician: 'Ada' }, {}],
    ['request-incomplete', { answerBy: 'soon' }, {}],
    ['request-incomplete', {}, { validUntil: '' }],
    ['text-missing', { ticket: '  ' }, {}],
    ['text-missing', { technician: { name: '', organisation: 'x' } }, {}],
    ['text-too-long', { reason: 'x'.repeat(5000) }, {}],
    ['text-characters', { technician: { name: 'Ada\u202eevil', organisation: 'x' } }, {}],
    ['text-characters', { ticket: 'T\u0000' }, {}],
    ['text-look-alike', { technician: { name: 'Ad\u0430', organisation: 'x' } }, {}],
    ['text-look-alike', { technician: { name: 'Ada', organisation: 'Dru\u0441khaus' } }, {}],
    ['text-characters', { technician: { name: '\u3164', organisation: 'x' } }, {}],
    ['text-characters', { technician: { name: 'Ada', organisation: '\u115f' } }, {}],
    ['text-characters', { ticket: 'T\u034f' }, {}],
    ['text-characters', { reason: '\u2800' }, {}],
    ['text-characters', { reason: 'R\u{e0041}' }, {}],
    ['text-missing', { reason: '\u0301\u0301' }, {}],
    ['text-missing', { ticket: '---' }, {}],
    ['access-unknown', { access: 'own' }, {}],
    ['provider-not-in-use', {}, { provider: 'rustdesk' }],
    ['code-invalid', {}, { code: 's12-345-678 --x' }],
    ['link-host', {}, { endCustomerLink: 'https://evil.example/s12345678' }],
    ['link-scheme', {}, { endCustomerLink: undefined }],
    ['session-over', {}, { validUntil: '2026-03-02T09:00:00Z' }],
  ])('refuses by the name %s what has %j %j', (refusal, change, session) => {
    expect(read(change, session)).toEqual({ ok: false, refusal });
  });

  it('needs no link for a program that takes none', () => {
    const asked = {
      ...event,
      session: { ...event.session, provider: 'rustdesk', endCustomerLink: undefined },
    };
    expect(readAssistanceRequest(asked, { provider: 'rustdesk', now: NOW })).toMatchObject({
      request: { invitation: { provider: 'rustdesk', link: null } },
    });
  });
});
