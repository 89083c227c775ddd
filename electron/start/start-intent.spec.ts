import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsOfProgram, readStartIntent } from './start-intent';

describe('what a start is for', () => {
  it.each([
    [[], { mode: 'app' }],
    [['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'], { mode: 'app' }],
    [['--service', '--ozone-platform=headless'], { mode: 'service', hasLifeline: false, isInstalled: false }],
    [['--no-sandbox', '--service', '--lifeline'], { mode: 'service', hasLifeline: true, isInstalled: false }],
    [['--service', '--installed'], { mode: 'service', hasLifeline: false, isInstalled: true }],
    [['status', '--json'], { mode: 'command', argv: ['status', '--json'] }],
    [['--no-sandbox', 'licence', 'verify', 'x'], { mode: 'command', argv: ['licence', 'verify', 'x'] }],
    [['--help'], { mode: 'command', argv: ['--help'] }],
    [['--no-sandbox', '--json', 'status'], { mode: 'command', argv: ['--json', 'status'] }],
    [['status', '--service'], { mode: 'command', argv: ['status', '--service'] }],
    [
      ['remote-service://open?x=--gpu-launcher'],
      { mode: 'command', argv: ['remote-service://open?x=--gpu-launcher'] },
    ],
  ])('%j is %j', (words, intent) => expect(readStartIntent(words)).toEqual(intent));

  it('is one of three known things, whatever the arguments', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const intent = readStartIntent(words);
        expect(['app', 'service', 'command']).toContain(intent.mode);
        if (intent.mode === 'command') expect(words.slice(-intent.argv.length)).toEqual(intent.argv);
      }),
    );
  });
});

describe('the own words', () => {
  it.each([
    [['electron', '--no-sandbox', '/srv/program', 'status'], true, ['--no-sandbox', 'status']],
    [['electron', '/srv/program', '--service'], true, ['--service']],
    [['remote-service', 'status'], false, ['status']],
  ])('of %j are %j', (argv, isGivenFolder, words) =>
    expect(argumentsOfProgram(argv, isGivenFolder)).toEqual(words),
  );
});
