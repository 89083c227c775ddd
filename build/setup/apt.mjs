import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './report.mjs';
import { run } from './run.mjs';

const POLICY = '/usr/sbin/policy-rc.d';
const MARK = '# Written by the set-up of Remote Service while apt-get runs';
const PATIENCE = [
  '-o',
  'DPkg::Lock::Timeout=500',
  '-o',
  'Acquire::Retries=2',
  '-o',
  'Acquire::http::Timeout=30',
];

/**
 * Installs Debian packages and says beforehand how much that is. The services of these packages (squid, Samba, ...) are
 * neither started nor enabled: the tests start their own, and the machine stays as it was.
 */
export async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const install = ['install', '--no-install-recommends', ...PATIENCE];
  await run('apt-get', ['update', '-qq', ...PATIENCE], { env });
  const { output } = await run('apt-get', [...install, '--print-uris', ...names], { env, collect: true });
  for (const line of readPlan(output)) say(`  ${line}`);
  const before = enabledServices();
  const isOurs = forbidStarts();
  try {
    await run('apt-get', [...install, '-y', '-qq', ...names], { env });
  } finally {
    if (isOurs) rmSync(POLICY, { force: true });
    await disable([...enabledServices()].filter((service) => !before.has(service)));
  }
}

/** The lines of apt-get that say how many packages, which are upgraded, and how many bytes. */
export function readPlan(output) {
  const lines = output.split('\n');
  const upgraded = lines.findIndex((line) => line.startsWith('The following packages will be upgraded'));
  const names = upgraded < 0 ? [] : lines.slice(upgraded + 1);
  const end = names.findIndex((line) => !line.startsWith(' '));
  return [
    ...lines.filter((line) => /^\d+ upgraded, |^Need to get |^After this operation/.test(line)),
    ...(names.length === 0 ? [] : [`Upgraded: ${names.slice(0, end).join(' ').trim().replace(/\s+/g, ' ')}`]),
  ];
}

/** Tells invoke-rc.d and deb-systemd-invoke that nothing may be started, unless the machine has a rule of its own. */
function forbidStarts() {
  if (existsSync(POLICY)) return false;
  writeFileSync(POLICY, `#!/bin/sh\n${MARK}\nexit 101\n`, { mode: 0o755 });
  process.once('exit', () => rmSync(POLICY, { force: true }));
  return true;
}

/** The names of what systemd or init starts with the machine: `squid.service`, `squid`. */
function enabledServices() {
  const units = foldersIn('/etc/systemd/system', /\.(wants|requires)$/).flatMap((folder) =>
    readdirSync(folder),
  );
  const scripts = foldersIn('/etc', /^rc[2-5S]\.d$/).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('S'))
      .map((name) => name.replace(/^S\d+/, '')),
  );
  return new Set([...units, ...scripts]);
}

const foldersIn = (folder, pattern) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .map((name) => path.join(folder, name))
    : [];

async function disable(services) {
  // The helper of systemd insists on being called by a package.
  const env = { ...process.env, DPKG_MAINTSCRIPT_PACKAGE: 'remote-service-set-up' };
  for (const service of services) {
    await (service.includes('.')
      ? run('deb-systemd-helper', ['disable', service], { env, quiet: true })
      : run('update-rc.d', [service, 'disable'], { quiet: true }));
  }
  if (services.length > 0) say(`Left disabled on this machine: ${services.join(' ')}`);
}
