import { describe, expect, it } from 'vitest';
import {
  CHECK_STAGES,
  STAGE_OUTCOMES,
  type CheckFact,
  type CheckStage,
} from '@shared/domain/connection/connection-check';
import { linesOfStage, textOfCheck, wordsOfStage } from './check-words';
import { LOCALES } from '@shared/domain/settings/locales';
import messages from './locales/en-GB.json' with { type: 'json' };
import { createTranslator, loadLanguage } from './translator';

const stage = (change: Partial<CheckStage> = {}): CheckStage => ({
  stage: 'tls',
  subject: 'office.example:443',
  outcome: 'failed',
  reason: 'certificate-untrusted',
  params: { issuer: 'Proxy CA' },
  durationMs: 1234,
  detail: [],
  ...change,
});

const AT = '2026-05-01T10:00:00Z';
const EVERY_FACT: Record<CheckFact['fact'], CheckFact> = {
  address: { fact: 'address', address: '192.0.2.1' },
  'resolved-by-proxy': { fact: 'resolved-by-proxy', host: 'office.example' },
  'proxy-manual': { fact: 'proxy-manual', proxy: 'proxy.example:3128' },
  'proxy-detected': { fact: 'proxy-detected', proxy: 'proxy.example:3128' },
  'proxy-direct': { fact: 'proxy-direct' },
  'proxy-login': { fact: 'proxy-login', scheme: 'ntlm' },
  'proxy-login-basic': { fact: 'proxy-login-basic', scheme: 'basic' },
  certificate: {
    fact: 'certificate',
    subject: 'office.example',
    issuer: 'Proxy CA',
    validFrom: AT,
    validTo: AT,
    sha256: 'ab12',
  },
  'key-set': { fact: 'key-set', version: 3 },
  'clock-difference': { fact: 'clock-difference', seconds: -2 },
  organisation: { fact: 'organisation', name: 'Service GmbH' },
  'connected-since': { fact: 'connected-since', at: AT },
  'refused-since': { fact: 'refused-since', at: AT },
  missing: { fact: 'missing', step: 'verification-code' },
  program: { fact: 'program', location: '/opt/teamviewer/TeamViewer' },
  'program-version': { fact: 'program-version', version: '15.50.5' },
  'program-needs': { fact: 'program-needs', provider: 'teamviewer' },
  folder: { fact: 'folder', licenceFolder: '/srv/licences' },
  listening: { fact: 'listening', host: 'printsrv01', port: 27000 },
  'not-serving': { fact: 'not-serving', host: 'printsrv01' },
  'vendor-port-open': { fact: 'vendor-port-open', port: 27010 },
  'vendor-port-closed': { fact: 'vendor-port-closed', port: 27010 },
  'folder-step': { fact: 'folder-step', step: 'rename', outcome: 'passed', reason: null },
};

describe.each(await Promise.all(LOCALES.map(loadLanguage)))(
  'the words of a check in $locale',
  ({ locale, translate }) => {
    it('are there for every stage, outcome and fact, with every value filled in', () => {
      const facts = Object.values(EVERY_FACT);
      for (const name of CHECK_STAGES) {
        for (const outcome of STAGE_OUTCOMES) {
          const change = outcome === 'failed' ? {} : { reason: null, params: {} };
          const lines = linesOfStage(
            stage({ stage: name, outcome, detail: facts, ...change }),
            translate,
            locale,
          );
          for (const line of lines) expect(line).not.toMatch(/connectionCheck|page\.remoteService|\{\w+\}/);
        }
      }
      const said = wordsOfStage(stage({ detail: facts }), translate, locale).facts.join('\n');
      for (const value of [
        '192.0.2.1',
        'office.example',
        'proxy.example:3128',
        'AB:12',
        '-2',
        '/srv/licences',
        '/opt/teamviewer/TeamViewer',
        '15.50.5',
        '5938',
      ]) {
        expect(said).toContain(value);
      }
    });
  },
);

describe('the text for the help desk', () => {
  const translate = createTranslator('en-GB', messages);

  it('says the result, the reason, the next step and the code', () => {
    const [first, ...rest] = linesOfStage(stage(), translate, 'en-GB');
    expect(first).toBe(
      '!!  Secure connection (TLS) to the back office: office.example:443: failed (1.2 s) [certificate-untrusted]',
    );
    expect(rest.join('\n')).toContain('issuer: Proxy CA');
    expect(rest.join('\n')).toContain('Next step: Ask your network administrator');
  });

  it('names the account and every stage', () => {
    const text = textOfCheck(
      {
        id: '7f9d6c1e-0b3a-4c58-9d1f-2a4b6c8e0f13',
        rev: 9,
        startedAt: AT,
        finishedAt: AT,
        account: 'print',
        outcome: 'failed',
        stages: [stage({ stage: 'account', subject: null, outcome: 'passed', reason: null }), stage()],
      },
      translate,
      'en-GB',
    );
    expect(text).toContain('Account: print');
    expect(text).toContain('One or more checks failed.');
    expect(text).toContain('ok  Account of Print ORS Service: passed');
  });
});
