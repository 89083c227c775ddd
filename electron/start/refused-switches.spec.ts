import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusedSwitch } from './refused-switches';
import { SERVICE_SWITCHES } from './service-switches';

const UNIT = ['--no-sandbox', '--no-zygote', '--log-level=3', ...SERVICE_SWITCHES];

describe('a release', () => {
  it.each([
    ['--no-sandbox', 'no-sandbox'],
    ['--disable-web-security', 'disable-web-security'],
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['-inspect-brk', 'inspect-brk'],
    ['/Renderer-Cmd-Prefix=x', 'renderer-cmd-prefix'],
    ['--ignore-certificate-errors', 'ignore-certificate-errors'],
  ])('does not show its pages with %s', (word, name) => {
    expect(refusedSwitch('app', ['--log-level=3', word], false)).toBe(name);
  });

  it('shows them with what changes nothing about their bounds', () => {
    const words = ['--log-level=3', '--disable-gpu', '--ozone-platform=x11', '--lang=it', '--no-sandboxes'];
    expect(refusedSwitch('app', words, false)).toBeNull();
    expect(refusedSwitch('app', [], false)).toBeNull();
  });

  it('does not show them where the environment takes the sandbox away', () => {
    expect(refusedSwitch('app', [], true)).toBe('no-sandbox');
  });

  it('runs the service, which has no page, as its unit and the app start it', () => {
    expect(refusedSwitch('service', UNIT, true)).toBeNull();
    expect(refusedSwitch('service', [...UNIT, '--remote-debugging-port=0'], true)).toBe(
      'remote-debugging-port',
    );
    expect(refusedSwitch('service', ['--ssl-key-log-file=keys'], false)).toBe('ssl-key-log-file');
    expect(refusedSwitch('service', [...UNIT, '--js-flags=--expose-gc'], true)).toBe('js-flags');
    expect(refusedSwitch('app', ['--js-flags=--no-memory-reducer'], false)).toBe('js-flags');
  });

  it.each([
    ['the unit of systemd', 'build/linux/remote-service.service'],
    ['the Windows service', 'build/windows/host/service/service-install.c'],
  ])('is started with all the switches by %s', (_who, file) => {
    const text = readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8');
    const expected = SERVICE_SWITCHES.filter((word) => !word.startsWith('--ozone') || file.includes('linux'));
    expect(expected.filter((word) => !text.includes(word))).toEqual([]);
  });

  it('answers a command, which ends before Chromium begins', () => {
    expect(
      refusedSwitch('command', ['--no-sandbox', '--remote-debugging-port=0', 'status'], true),
    ).toBeNull();
  });
});
