import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LOCALES } from '@shared/domain/settings/locales';
import type { MessageKey } from '@shared/i18n/messages';
import { loadLanguage } from '@shared/i18n/translator';
import { COMMAND_NAMES, exitsOf, OPTIONS, specOf, usageOf } from './command-table';
import { createCommandTestEnvironment } from './command-environment.fixture';
import { EXIT } from '@shared/errors/exit-codes';
import { parseCommand } from './parse-command';

const folder = mkdtempSync(path.join(tmpdir(), 'explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const world = createCommandTestEnvironment(path.join(folder, 'home'));
const run = async (...argv: string[]) => (await world.run(...argv)).out;

/** The completions of bash at the end of these words. */
const completed = async (...words: string[]) => {
  const script = path.join(folder, 'completion.bash');
  writeFileSync(script, await run('completion', 'bash'));
  const line = `source "$1"; shift; COMP_WORDS=(remote-service "$@"); COMP_CWORD=$#; _remote_service; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const said = execFileSync('bash', ['-c', line, 'bash', script, ...words], {
    encoding: 'utf8',
    cwd: folder,
  });
  return said.trim().split('\n');
};

/** Types a line and Tab in a new zsh, until it shows what is asked for or has been silent for long. */
const FIRST_TAB = `
zmodload zsh/zpty
zpty shell "PS1='% ' zsh -f -i"
zpty -w shell "fpath=($1 \\$fpath); autoload -U compinit; compinit -u -D; print READ''Y"
while zpty -r shell line; do [[ $line == *READY* ]] && break; done
zpty -w -n shell "$2"$'\\t'
shown=''
for round in {1..300}; do
  zpty -r -t shell part && shown+=$part
  [[ $shown == *$3* ]] && break
  sleep 0.1
done
print -r -- "$shown"
`;

const README = path.join(import.meta.dirname, 'README.md');

describe('the list of commands in README.md', () => {
  const [, list = ''] = /```sh\n([^]*?)```/.exec(readFileSync(README, 'utf8')) ?? [];
  const lines = list.split('\n').map((line) => line.replace(/#.*/, '').split(/[ |]+/));

  it.each(COMMAND_NAMES)('has %s', (name) => {
    const [first, ...others] = specOf(name).words;
    const isNamed = lines.some((line) => line[0] === first && others.every((word) => line.includes(word)));
    expect(isNamed).toBe(true);
  });
});

describe.each(COMMAND_NAMES)('%s', (name) => {
  const { words, options, example } = specOf(name);

  it('explains itself: usage, options, exit codes, and an example that is one of it', async () => {
    const { out, exitCode } = await world.run(...words, '--help');
    expect(exitCode).toBe(0);
    expect(out).toContain(`remote-service ${usageOf(name)}`);
    for (const option of [...options, 'json', 'help'] as const)
      expect(out).toContain(`--${OPTIONS[option].flag}`);
    for (const exit of exitsOf(name)) expect(out).toMatch(new RegExp(`^ +${EXIT[exit]} `, 'm'));
    expect(out).toContain(`remote-service ${example}`);
    const shown = example.split(/ [<>|] /)[0] ?? '';
    expect(parseCommand(shown.split(' ')).command).toBe(name);
    expect(await run('help', ...words)).toBe(out);
  });

  it.each(LOCALES)('has its words in %s', async (locale) => {
    const { translate } = await loadLanguage(locale);
    const keys: MessageKey[] = [
      `commandLine.command.${name}`,
      ...options.map((option) => `commandLine.option.${option}` as const),
      ...exitsOf(name).map((exit) => `commandLine.exitCode.${exit}` as const),
    ];
    for (const key of keys) expect(translate(key)).not.toBe(key);
  });

  it('ships the schema of its JSON, whole', async () => {
    const schema = JSON.parse(await run('schema', ...words)) as Record<string, unknown>;
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `remote-service ${words.join(' ')} --json`,
    });
    const references = JSON.stringify(schema).match(/"\$ref":"[^"]*"/g);
    expect(references).toEqual(['"$ref":"#/$defs/done"', '"$ref":"#/$defs/failure"']);
  });
});

describe('help', () => {
  it('shows one group of commands', async () => {
    const out = await run('settings', '--help');
    expect(out).toContain('settings get [KEY]');
    expect(out).not.toContain('licence verify');
  });

  it('of what is no command is a wrong usage', async () => {
    expect(await world.run('help', 'nothing', '--json')).toMatchObject({ exitCode: 2 });
  });

  it('gives the schemas of a group by their commands', async () => {
    const schemas = JSON.parse(await run('schema', 'licence', '--json')) as object;
    expect(Object.keys(schemas)).toContain('licence show');
  });
});

describe('completion', () => {
  it('in bash offers commands, keys, options and files', async () => {
    writeFileSync(path.join(folder, 'licence.jws'), '');
    expect(await completed('')).toEqual(expect.arrayContaining(['status', 'settings', '--help']));
    expect(await completed('settings', '')).toEqual(expect.arrayContaining(['get', 'set']));
    expect(await completed('settings', 'get', 'proxy.m')).toEqual(['proxy.mode']);
    expect(await completed('--json', 'licence', 'verify', '--con')).toEqual(['--context']);
    expect(await completed('licence', 'verify', 'lic')).toEqual(['licence.jws']);
    expect(await completed('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
  });

  it('in bash offers the values of options and settings, and goes on behind them', async () => {
    expect(await completed('status', '--format', '')).toEqual(['text', 'json', 'prometheus']);
    expect(await completed('status', '--format', '=', 'pro')).toEqual(['prometheus']);
    expect(await completed('settings', 'set', 'proxy.mode', 's')).toEqual(['script']);
    expect(await completed('settings', 'set', 'remoteService.enabled', '')).toEqual(['true', 'false']);
    expect(await completed('entitlement', '--version', '2.1.0', '--rel')).toEqual(['--released']);
    expect(await completed('licence', 'verify', '--context', 'c.json', 'lic')).toEqual(['licence.jws']);
  });

  it('in fish offers the same', async () => {
    const script = path.join(folder, 'remote-service.fish');
    writeFileSync(script, await run('completion', 'fish'));
    const inFish = (line: string) => {
      const words = ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script];
      const env = { ...process.env, HOME: folder };
      return execFileSync('fish', [...words, `remote-service ${line}`], {
        encoding: 'utf8',
        cwd: folder,
        env,
      });
    };
    expect(inFish('settings exp').trim()).toBe('export');
    expect(inFish('settings set proxy.mode s').trim()).toBe('script');
    expect(inFish('status --format pro').trim()).toBe('prometheus');
    expect(inFish('entitlement --version 2.1.0 --rel').trim()).toBe('--released');
    expect(inFish('licence verify --context c.json lic').trim()).toBe('licence.jws');
  });

  it.each([
    ['settings exp', 'settings export'],
    ['settings set proxy.mode scr', 'settings set proxy.mode script'],
    ['status --format pro', 'status --format prometheus'],
    ['entitlement --version 2.1.0 --rel', '--released'],
  ])('in zsh works with the very first Tab: %s', async (typed, whole) => {
    writeFileSync(path.join(folder, '_remote-service'), await run('completion', 'zsh'));
    const said = spawnSync('zsh', ['-f', '-c', FIRST_TAB, 'zsh', folder, `remote-service ${typed}`, whole], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    expect(said).toMatchObject({ status: 0, stdout: expect.stringContaining(whole) as string });
  });

  it('in PowerShell has every command', async () => {
    const script = await run('completion', 'powershell');
    for (const name of COMMAND_NAMES) expect(script).toContain(`'${specOf(name).words.join(' ')}'`);
    expect(script.split("'").length % 2, 'quotes in pairs').toBe(1);
  });

  it('of another shell is a wrong usage', async () => {
    expect(await world.run('completion', 'tcsh')).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('the manual page', () => {
  it.each(LOCALES)('in %s is sound roff with every command in it', async (locale) => {
    const page = await createWorldIn(`${locale.replace('-', '_')}.UTF-8`).run('man');
    const lines = page.out.split('\n').filter((line) => line.startsWith('.'));
    for (const line of lines) expect(line).toMatch(/^\.(TH|SH|SS|TP|B|BR|PP|RS|RE|nf|fi)( |$)/);
    expect(lines[0]).toMatch(/^\.TH REMOTE\\-SERVICE 1 "\d{4}-\d\d-\d\d" /);
    for (const title of ['files', 'seeAlso'] as const)
      expect(page.out).toContain(
        `.SH "${(await loadLanguage(locale)).translate(`commandLine.man.${title}`)}"`,
      );
    const seen = page.out.replaceAll('\\-', '-');
    for (const name of COMMAND_NAMES) expect(seen).toContain(`.SS "${usageOf(name)}"`);
    const { status, stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-Kutf8', '-ww'], {
      input: page.out,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('remote-service');
  });
});

const createWorldIn = (LANG: string) => {
  const other = createCommandTestEnvironment(path.join(folder, 'home'));
  other.environment = { LANG };
  return other;
};
