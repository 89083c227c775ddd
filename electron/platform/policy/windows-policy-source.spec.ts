import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registryValue } from './registry-value';
import { distrustOfDescriptor } from './security-descriptor';
import type { RunProgram } from '../programs';
import { createWindowsPolicySource } from './windows-policy-source';

/** As reg.exe prints a value; the layout is the same in every language of the system. */
const REGISTRY = [
  '',
  'HKEY_LOCAL_MACHINE\\Software\\Policies\\Remote Service',
  '    Policy    REG_SZ    {"locked": {"proxy.mode":    "none"}}',
  '',
].join('\r\n');

describe('a registry value', () => {
  it('is taken whole, blanks included', () => {
    expect(registryValue(REGISTRY, 'Policy')).toBe('{"locked": {"proxy.mode":    "none"}}');
    expect(registryValue(REGISTRY, 'policy')).not.toBeNull();
  });

  it.each([
    [''],
    ['ERROR: The system was unable to find the specified registry key or value.'],
    ['    Policy    REG_DWORD    0x1'],
    ['    Other    REG_SZ    Policy    REG_SZ    {}'],
  ])('is none in %j', (output) => expect(registryValue(output, 'Policy')).toBeNull());
});

describe('a security descriptor', () => {
  it.each([
    // A folder made by an installer: administrators and SYSTEM in full, users read and execute.
    ['O:BAG:SYD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)'],
    ['O:SYG:SYD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;BU)'],
    // An entry of CREATOR OWNER that only children inherit does not count for the folder itself.
    ['O:BAG:SYD:AI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;;FA;;;BA)'],
    ['O:BAG:BAD:(D;;FA;;;WD)(A;;FA;;;BA)'],
  ])('%s is the administrators’ alone', (sddl) => expect(distrustOfDescriptor(sddl)).toBeNull());

  it.each([
    ['', 'wrong-owner'],
    ['O:S-1-5-21-1-2-3-1001G:SYD:(A;;FA;;;BA)', 'wrong-owner'],
    ['O:BUG:SYD:(A;;FA;;;BA)', 'wrong-owner'],
    // The common data folder itself: users may create files and folders in it.
    ['O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;CI;DCLCRPCR;;;BU)', 'writable-by-others'],
    ['O:BAG:SYD:(A;;FA;;;BA)(A;;FA;;;WD)', 'writable-by-others'],
    ['O:BAG:SYD:(A;;0x1301bf;;;AU)', 'writable-by-others'],
    ['O:BAG:SYD:(A;;FW;;;S-1-5-21-1-2-3-1001)', 'writable-by-others'],
    ['O:BAG:SYD:NO_ACCESS_CONTROL', 'writable-by-others'],
  ])('%s is %s', (sddl, distrust) => expect(distrustOfDescriptor(sddl)).toBe(distrust));
});

describe('the policy on Windows', () => {
  const ADMINISTRATORS = 'O:BAG:SYD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;BU)';
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'policy-'));
    file = path.join(folder, 'policy.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const machine = (registry: string | null, descriptor: string) =>
    vi.fn<RunProgram>(({ executable }) => {
      const answer = executable.endsWith('reg.exe') ? registry : `${descriptor}\r\n`;
      const text = Buffer.from(answer ?? '', 'utf8').toString('latin1');
      return Promise.resolve({ code: answer === null ? 1 : 0, text, errors: '' });
    });

  it('is that of the registry, else that of the file', async () => {
    writeFileSync(file, '{}');
    const both = machine(REGISTRY, ADMINISTRATORS);
    expect(await createWindowsPolicySource(both, file).read()).toMatchObject({
      found: true,
      place: 'HKLM\\Software\\Policies\\Remote Service\\Policy',
    });
    expect(await createWindowsPolicySource(machine(null, ADMINISTRATORS), file).read()).toMatchObject({
      found: true,
      place: file,
      bytes: new TextEncoder().encode('{}'),
    });
  });

  it('is none where there is neither', async () => {
    expect(await createWindowsPolicySource(machine(null, ''), file).read()).toEqual({ found: false });
  });

  it('is not believed where users may write the file, or nobody can tell', async () => {
    writeFileSync(file, '{}');
    for (const descriptor of ['O:BAG:SYD:(A;;FA;;;BU)', '']) {
      const read = await createWindowsPolicySource(machine(null, descriptor), file).read();
      expect(read).toMatchObject({ found: true, distrust: expect.any(String) as string });
    }
  });

  it('runs programs of the system only, in a closed environment, with the place as an argument of its own', async () => {
    writeFileSync(file, '{}');
    const run = machine(null, ADMINISTRATORS);
    await createWindowsPolicySource(run, file).read();
    for (const [{ executable, args, environment }] of run.mock.calls) {
      expect(executable).toMatch(/^C:\\Windows\\System32\\/);
      expect(Object.keys(environment).sort()).toEqual(['PATH', 'SystemRoot', 'windir']);
      const places = args.filter((arg) => arg.includes(folder));
      expect(places).toHaveLength(executable.endsWith('reg.exe') ? 0 : 1);
    }
  });
});
