import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostFailure, WindowsHost } from '../windows-host';
import { createFileKeychain } from './file-keychain';
import { createMachineSeal } from './key-seal';
import { KEYCHAIN_CONTRACT } from './keychain-contract.fixture';

/** Seals by turning the bytes round behind the name of the machine, as far as the keychain can see. */
const machine = (name: string, failure?: HostFailure) => {
  const host: Pick<WindowsHost, 'ask'> = {
    ask: ([, verb], schema, options) => {
      if (failure !== undefined) return Promise.resolve({ outcome: failure });
      const given = Buffer.from(options?.input ?? '', 'base64');
      if (verb === 'protect') {
        const bytes = Buffer.concat([Buffer.from(name), given.reverse()]).toString('base64');
        return Promise.resolve({ outcome: 'done', answer: schema.parse({ bytes }) });
      }
      if (!given.subarray(0, name.length).equals(Buffer.from(name)))
        return Promise.resolve({ outcome: 'changed' });
      const bytes = given.subarray(name.length).reverse().toString('base64');
      return Promise.resolve({ outcome: 'done', answer: schema.parse({ bytes }) });
    },
  };
  return createMachineSeal(host as WindowsHost);
};

let state: string;
beforeEach(() => {
  state = mkdtempSync(path.join(tmpdir(), 'seal-'));
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

describe('a keychain that is sealed to the machine', () => {
  it.each(Object.entries(KEYCHAIN_CONTRACT))('%s', async (_, check) => {
    await check(createFileKeychain(state, machine('here')));
  });

  it('is opened under another account, and on no other machine', async () => {
    await createFileKeychain(state, machine('here')).set('back-office-token', 'kept');
    expect(await createFileKeychain(state, machine('here')).get('back-office-token')).toBe('kept');
    const copied = createFileKeychain(state, machine('else'));
    await expect(copied.get('back-office-token')).rejects.toMatchObject({ code: 'keychain-damaged' });
  });

  it('is not taken for damaged where the system does not answer', async () => {
    await createFileKeychain(state, machine('here')).set('back-office-token', 'kept');
    const silent = createFileKeychain(state, machine('here', 'failed'));
    await expect(silent.get('back-office-token')).rejects.toMatchObject({ code: 'keychain-unavailable' });
    expect(await createFileKeychain(state, machine('here')).get('back-office-token')).toBe('kept');
  });

  it('does not lie there in plain bytes', async () => {
    await createFileKeychain(state, machine('here')).set('back-office-token', 'kept');
    const key = readFileSync(path.join(state, 'key'));
    expect(key.length).toBe(36);
    writeFileSync(path.join(state, 'key'), key.subarray(4));
    const plain = createFileKeychain(state, machine('here'));
    await expect(plain.get('back-office-token')).rejects.toMatchObject({ code: 'keychain-damaged' });
  });
});
