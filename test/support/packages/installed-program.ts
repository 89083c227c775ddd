import path from 'node:path';
import {
  installServiceUnit,
  startSystemdBox,
  type BoxBind,
  type BoxResult,
  type SystemdBox,
} from './systemd-box';
import { appRuntime } from '../runtime';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const PROGRAM = ['/opt/runtime/electron', '/opt/program'];

/** The program of this tree, installed as a service in a box. */
export interface InstalledProgram extends SystemdBox {
  /** Adds an account; an operator is a member of the group that may use the service. */
  addAccount(name: string, kind: 'operator' | 'outsider'): Promise<void>;
  /** The command line, as somebody of the box would start it. */
  cli(account: string, words: readonly string[], input?: string): Promise<BoxResult>;
  /** Properties of the unit, by name. */
  unit(...names: string[]): Promise<Record<string, string>>;
}

const shellWord = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** Boots a box with the program and its unit in it; the service is enabled, and not started. */
export const installProgram = async (binds: readonly BoxBind[] = []): Promise<InstalledProgram> => {
  const { executable } = await appRuntime();
  const box = await startSystemdBox([
    { from: path.dirname(executable), to: '/opt/runtime' },
    { from: REPOSITORY, to: '/opt/program' },
    ...binds,
  ]);
  await installServiceUnit(box, PROGRAM);
  await box.run('systemctl', 'enable', 'remote-service.service');
  return {
    ...box,
    addAccount: async (name, kind) => {
      const groups = kind === 'operator' ? ['--groups', 'remote-service-operators'] : [];
      await box.run('useradd', '--create-home', ...groups, name);
    },
    cli: (account, words, input) => {
      const command = [...PROGRAM, ...words].map(shellWord).join(' ');
      const source = input === undefined ? '</dev/null' : `<<<${shellWord(input)}`;
      return box.exec('runuser', '-l', account, '-s', '/bin/bash', '-c', `${command} ${source}`);
    },
    unit: async (...names) => {
      const text = await box.run('systemctl', 'show', `--property=${names.join(',')}`, 'remote-service');
      const lines = text.split('\n').map((line) => /^([^=]*)=(.*)$/.exec(line) ?? []);
      return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
    },
  };
};
