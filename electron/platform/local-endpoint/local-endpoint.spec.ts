import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalEndpoint, SOCKET_NAME } from './index';
import { LOCAL_ENDPOINT_CONTRACT } from './local-endpoint-contract.fixture';
import { PIPE_NAME_FILE } from './windows-run-folder';

let runFolder: string;
beforeEach(() => {
  runFolder = mkdtempSync(path.join(tmpdir(), 'endpoint-'));
});
afterEach(() => rmSync(runFolder, { recursive: true, force: true }));

const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the end point on Linux', () => {
  it.each(Object.entries(LOCAL_ENDPOINT_CONTRACT))('%s', async (_, check) => {
    await check(createLocalEndpoint('linux'), { runFolder, mark: SOCKET_NAME });
  });
});

/** The rest of it runs in a Windows: see `test/integration/windows/windows-local-link.spec.ts`. */
describe('what a client believes on Windows', () => {
  const endpoint = createLocalEndpoint('win32');
  const nameFile = () => path.join(runFolder, PIPE_NAME_FILE);

  it('is the name that the service has written down', () => {
    writeFileSync(nameFile(), `remote-service-${'0af3'.repeat(8)}\n`);
    endpoint.findOwners(runFolder, 'installed');
    expect(endpoint.address(runFolder).path).toBe(`\\\\.\\pipe\\remote-service-${'0af3'.repeat(8)}`);
  });

  it.each([
    '',
    'remote-service-',
    `remote-service-${'0AF3'.repeat(8)}`,
    `remote-service-${'0'.repeat(33)}`,
    `\\\\.\\pipe\\remote-service-${'0'.repeat(32)}`,
    `remote-service-${'0'.repeat(32)}\\..\\other`,
    `remote-service-${'0'.repeat(32)}\nmore`,
    `\\\\server\\pipe\\remote-service-${'0'.repeat(32)}`,
    '\0'.repeat(46),
    `remote-service-${'0'.repeat(32)}${' '.repeat(200)}`,
  ])('is nothing else: %j', (text) => {
    writeFileSync(nameFile(), text);
    expect(codeOf(() => endpoint.address(runFolder))).toBe('service-untrusted');
  });

  it('is no link, in the place of the folder or of a file', () => {
    const elsewhere = path.join(runFolder, 'elsewhere');
    const link = path.join(runFolder, 'link');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, link);
    expect(codeOf(() => endpoint.findOwners(link, 'installed'))).toBe('service-untrusted');
    writeFileSync(path.join(elsewhere, 'name'), `remote-service-${'0'.repeat(32)}\n`);
    symlinkSync(path.join(elsewhere, 'name'), nameFile());
    expect(codeOf(() => endpoint.address(runFolder))).toBe('service-untrusted');
  });
});
