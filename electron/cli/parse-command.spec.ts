import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { COMMANDS } from './command-table';
import { parseCommand, wantsJson } from './parse-command';

const codeOf = (argv: string[]) => {
  try {
    return parseCommand(argv).command;
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('the words of the command line', () => {
  it.each([
    [['status'], 'status'],
    [['--json', 'settings', 'get'], 'settingsGet'],
    [['settings', 'get', 'language'], 'settingsGet'],
    [['settings', 'set', 'remoteService.verificationCode', '-'], 'settingsSet'],
    [['settings', 'set', 'proxy.url', ''], 'settingsSet'],
    [['licence', 'verify', 'a.jws', '--context', 'c.json', '--json'], 'licenceVerify'],
    [['trust', 'verify', '--', '--json'], 'trustVerify'],
    [['-h'], 'help'],
    [['status', '--help'], 'help'],
    [['settings', '--numbered'], 'settings'],
    [['entitlement', '--released', '2027-01-31', '--version', '2.1'], 'entitlement'],
    [['help'], 'help'],
    [['help', 'settings', 'set'], 'help'],
    [['settings', '--help'], 'help'],
    [['--version'], 'version'],
  ])('%j is %s', (argv, command) => expect(codeOf(argv)).toBe(command));

  it.each([
    [[], 'usage-wrong'],
    [['--json'], 'usage-wrong'],
    [['settings', 'get', 'language', 'it'], 'usage-wrong'],
    [['entitlement', '--version', '2.1.0'], 'usage-wrong'],
    [['licence'], 'usage-wrong'],
    [['licence', '--json'], 'usage-wrong'],
    [[''], 'command-unknown'],
    [['report', ''], 'usage-wrong'],
    [['settings', 'export', ''], 'usage-wrong'],
    [['settings', 'set', '', 'x'], 'usage-wrong'],
    [['settings', 'remove'], 'command-unknown'],
    [['licence', 'borrow'], 'command-unknown'],
    [['toString'], 'command-unknown'],
    [['status', 'now'], 'usage-wrong'],
    [['settings', 'set', 'language'], 'usage-wrong'],
    [['licence', 'verify'], 'usage-wrong'],
    [['status', '--context', 'c.json'], 'usage-wrong'],
    [['licence', 'verify', 'a.jws', '--context'], 'usage-wrong'],
    [['status', '--gpu-launcher=evil'], 'usage-wrong'],
    [['status', '--inspect'], 'usage-wrong'],
    [['status', '--json=yes'], 'usage-wrong'],
    [['status', '-x'], 'usage-wrong'],
  ])('%j is refused (%s)', (argv, code) => expect(codeOf(argv)).toBe(code));

  it('any others give a known command or a refusal that repeats no operand', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'status',
        'settings',
        'set',
        'get',
        'licence',
        'verify',
        '--json',
        '--',
        '-',
        '--context',
        '-h',
      ),
      fc.constantFrom(
        '--gpu-launcher=x',
        '--inspect-brk',
        '"; rm -rf /',
        '__proto__',
        'constructor',
        '--__proto__=1',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
        try {
          const { command } = parseCommand(argv);
          expect([...Object.keys(COMMANDS), 'version']).toContain(command);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(['command-unknown', 'usage-wrong']).toContain((error as AppError).code);
        }
        expect(typeof wantsJson(argv)).toBe('boolean');
      }),
    );
    expect(codeOf(['settings', 'sett', 'remoteService.verificationCode', 'CANARY'])).toBe('command-unknown');
    try {
      parseCommand(['settings', 'set', 'remoteService.verificationCode', 'CANARY', 'more']);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify((error as AppError).params)).not.toContain('CANARY');
    }
  });
});
