import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type SquidAuth = 'none' | 'basic' | 'digest' | 'ntlm';
/** The one account that the proxy knows; the domain counts for NTLM only. */
export type SquidAccount = { domain: string; userName: string; password: string };

export type SquidPolicy = {
  auth: SquidAuth;
  account: SquidAccount;
  /** Every CONNECT is answered with 403. */
  refusesConnect: boolean;
  /** Names that mean this machine. */
  hosts: readonly string[];
};

const REALM = 'harness';

/** The program runs as an account of its own, which has to read what is given to it. */
const give = (file: string, text: string) => {
  writeFileSync(file, text);
  chmodSync(file, 0o644);
};

const basic = (folder: string, { userName, password }: SquidAccount) => {
  const file = path.join(folder, 'basic.pw');
  execFileSync('htpasswd', ['-bc', file, userName, password], { stdio: 'ignore' });
  chmodSync(file, 0o644);
  return [
    `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${file}`,
    `auth_param basic realm ${REALM}`,
    'acl allowed proxy_auth REQUIRED',
  ];
};

const digest = (folder: string, { userName, password }: SquidAccount) => {
  const file = path.join(folder, 'digest.pw');
  const hash = createHash('md5').update(`${userName}:${REALM}:${password}`).digest('hex');
  give(file, `${userName}:${REALM}:${hash}\n`);
  return [
    `auth_param digest program /usr/lib/squid/digest_file_auth -c ${file}`,
    `auth_param digest realm ${REALM}`,
    'acl allowed proxy_auth REQUIRED',
  ];
};

/** Samba's helper checks the password for real; domain and user are checked by the line behind it. */
const ntlm = (folder: string, { domain, userName, password }: SquidAccount) => {
  const file = path.join(folder, 'smb.conf');
  const own = ['private dir', 'lock directory', 'state directory', 'cache directory'];
  const lines = [`workgroup = ${domain}`, 'netbios name = PROXY', 'server role = standalone server'];
  give(file, ['[global]', ...lines, ...own.map((name) => `${name} = ${folder}`), ''].join('\n'));
  const check = `--username=${userName} --password=${password} --domain=${domain} --configfile=${file}`;
  return [
    `auth_param ntlm program /usr/bin/ntlm_auth --helper-protocol=squid-2.5-ntlmssp ${check}`,
    'auth_param ntlm children 4 startup=1',
    'auth_param ntlm keep_alive on',
    `acl allowed proxy_auth -i ${domain}\\${userName}`,
  ];
};

const loginLines = (folder: string, { auth, account }: SquidPolicy) => {
  if (auth === 'none') return ['http_access allow all'];
  const lines = { basic, digest, ntlm }[auth](folder, account);
  return [...lines, 'http_access allow allowed', 'http_access deny all'];
};

/** Fields of a line of the access log, by tabs; of the login only its scheme and its kind, never the password. */
const LOG_FORMAT = "%>Hs\t%'un\t%rm\t%ru\t%'.25{Proxy-Authorization}>h";

/** Writes squid's configuration and the files it names; gives the configuration's path. */
export const writeSquidConfiguration = (folder: string, port: number, policy: SquidPolicy): string => {
  const file = path.join(folder, 'squid.conf');
  give(path.join(folder, 'hosts'), policy.hosts.map((name) => `127.0.0.1 ${name}\n`).join(''));
  const lines = [
    `http_port 127.0.0.1:${port}`,
    `pid_filename ${folder}/squid.pid`,
    'cache deny all',
    'cache_mem 1 MB',
    `cache_log ${folder}/cache.log`,
    `logformat rig ${LOG_FORMAT}`,
    `access_log stdio:${folder}/access.log rig`,
    `coredump_dir ${folder}`,
    'shutdown_lifetime 0 seconds',
    'visible_hostname proxy.test',
    'max_filedescriptors 1024',
    'pinger_enable off',
    `hosts_file ${folder}/hosts`,
    ...(policy.refusesConnect ? ['acl tunnel method CONNECT', 'http_access deny tunnel'] : []),
    ...loginLines(folder, policy),
  ];
  give(file, `${lines.join('\n')}\n`);
  return file;
};
