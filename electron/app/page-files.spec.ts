import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageFiles } from './page-files';

let folder: string;
let answer: ReturnType<typeof createPageFiles>;

beforeAll(async () => {
  const base = await mkdtemp(path.join(tmpdir(), 'page-files-'));
  folder = path.join(base, 'renderer');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(base, 'secret.html'), 'SECRET');
  await writeFile(path.join(folder, 'index.html'), '<!doctype html>');
  await writeFile(path.join(folder, 'assets', 'main.js'), 'export {}');
  await symlink(path.join(base, 'secret.html'), path.join(folder, 'link.html'));
  answer = createPageFiles(folder);
});
afterAll(() => rm(path.dirname(folder), { recursive: true }));

describe('the files of the page', () => {
  it('serves its own files with the policy and the right type', async () => {
    const page = await answer({ url: 'app://remote-service/index.html', method: 'GET' });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(page.headers.get('content-security-policy')).toMatch(
      /; sandbox allow-scripts allow-same-origin allow-forms(;|$)/,
    );
    const script = await answer({ url: 'app://remote-service/assets/main.js?x=1#y', method: 'GET' });
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    'app://remote-service/../secret.html',
    'app://remote-service/..%2fsecret.html',
    'app://remote-service/%2e%2e%2fsecret.html',
    'app://remote-service/%252e%252e%252fsecret.html',
    'app://remote-service/..\\secret.html',
    'app://remote-service/assets%5c..%5c..%5csecret.html',
    'app://remote-service/index.html%00.js',
    'app://remote-service/link.html',
    'app://remote-service/assets',
    'app://remote-service/',
    'app://other/index.html',
    'app://remote-service.evil/index.html',
    'app://user@remote-service/index.html',
    'https://remote-service/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('answers 404 without a body to %s', async (url) => {
    const reply = await answer({ url, method: 'GET' });
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe('');
  });

  it('answers nothing but GET', async () => {
    expect((await answer({ url: 'app://remote-service/index.html', method: 'POST' })).status).toBe(404);
  });
});
