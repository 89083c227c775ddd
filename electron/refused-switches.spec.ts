import { describe, expect, it } from 'vitest';
import { refusedSwitch } from './refused-switches';
import { SERVICE_SWITCHES } from './service-switches';

const given =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

describe('a release', () => {
  it.each([
    'no-sandbox',
    'disable-web-security',
    'remote-debugging-port',
    'inspect-brk',
    'renderer-cmd-prefix',
    'ignore-certificate-errors',
  ])('does not show its pages with --%s', (name) => {
    expect(refusedSwitch('app', given('log-level', name))).toBe(name);
  });

  it('shows them with what changes nothing about their bounds', () => {
    expect(refusedSwitch('app', given('log-level', 'disable-gpu', 'ozone-platform', 'lang'))).toBeNull();
  });

  it('runs the service, which has no page, as its unit and the app start it', () => {
    const names = ['--no-sandbox', '--no-zygote', '--log-level=3', ...SERVICE_SWITCHES].map((word) =>
      word.replace(/^--|=.*$/g, ''),
    );
    expect(refusedSwitch('service', given(...names))).toBeNull();
    expect(refusedSwitch('service', given(...names, 'remote-debugging-port'))).toBe('remote-debugging-port');
    expect(refusedSwitch('service', given('ssl-key-log-file'))).toBe('ssl-key-log-file');
  });

  it('answers a command, which ends before Chromium begins', () => {
    expect(refusedSwitch('command', () => true)).toBeNull();
  });
});
