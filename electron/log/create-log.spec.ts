import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { cleanLine, createLog } from './create-log';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CANARY = 'kx7canary93';
const JWS = `eyJhbGciOiJFZERTQSJ9.${'QUFB'.repeat(5)}${CANARY}.c2lnbmF0dXJl`;
const JWE = `eyJhbGciOiJFQ0RILUVTIn0..${CANARY}.${CANARY}.${CANARY}`;

const linesOf = (file: string) => readFileSync(path.join(folder, file), 'utf8').trimEnd().split('\n');

describe('the log', () => {
  it('keeps no secret, wherever it hides', async () => {
    const log = createLog(folder, 'service.log');
    log.info(
      { remoteService: { verificationCode: CANARY }, proxy: { authentication: { password: CANARY } } },
      'saved',
    );
    log.info(
      { request: { headers: { authorization: `Bearer ${CANARY}`, 'Proxy-Authorization': CANARY } } },
      'sent',
    );
    log.info({ token: CANARY, backOfficeToken: [CANARY], list: [{ accessToken: CANARY }] }, 'tokens');
    log.info({ body: JWS, sealed: { value: JWE } }, `received ${JWS} and ${JWE}`);
    log.error(
      { err: new Error(`401 for Bearer ${CANARY}`) },
      `verificationCode: "${CANARY}" password=${CANARY}`,
    );
    log.error({ error: new AppError('token-refused', {}, new Error(`token=${CANARY}`)) }, 'failed');
    log.warn({ url: `http://user:${CANARY}@proxy:3128/` }, 'proxy');
    await log.close();
    const text = readFileSync(path.join(folder, 'service.log'), 'utf8');
    expect(text).not.toContain(CANARY);
    expect(linesOf('service.log')).toHaveLength(7);
    expect(text).toContain('401 for Bearer [redacted]');
    expect(text).toContain('token-refused');
  });

  it('makes one parsable line of every event', async () => {
    const log = createLog(folder, 'service.log');
    const forged =
      'a\r\n{"level":30,"msg":"forged"}\n\u001b[31mred\u2028\u2029\u0085\u202eright to left\u0000';
    log.info({ [forged]: forged }, forged);
    log.error({ err: new Error(forged) }, 'failed');
    await log.close();
    const text = readFileSync(path.join(folder, 'service.log'), 'utf8');
    expect(linesOf('service.log')).toHaveLength(2);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
    expect(JSON.parse(linesOf('service.log')[0] ?? '')).toMatchObject({ msg: forged, level: 30 });
  });

  it('cuts what is too long', () => {
    const long = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`field${index}`, 'x'.repeat(5000)]),
    );
    const line = cleanLine(JSON.stringify({ level: 30, msg: 'long', ...long }));
    expect(line.length).toBeLessThan(17_000);
    expect(JSON.parse(line)).toMatchObject({ level: 30, msg: 'long' });
  });

  it('takes any text as one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = cleanLine(JSON.stringify({ msg: text }));
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toHaveProperty('msg');
        expect(cleanLine(text).split('\n')).toHaveLength(2);
      }),
    );
  });

  it('is readable by its owner alone and keeps five files of one mebibyte', async () => {
    const log = createLog(folder, 'app.log');
    for (let index = 0; index < 8000; index += 1) log.info({ index, text: 'x'.repeat(900) }, 'filling');
    await log.close();
    const files = readdirSync(folder);
    expect(files).toHaveLength(5);
    for (const file of files) {
      const { mode, size } = statSync(path.join(folder, file));
      expect(mode & 0o777).toBe(0o600);
      expect(size).toBeLessThan(1_200_000);
    }
  });
});
