import { AppError } from '@shared/errors/app-error';
import type { Command } from '@electron/cli/command-context';
import { completionSteps, type CompletionStep } from '@electron/cli/completion-steps';
import { streamed } from '@electron/cli/standard-stream';

/** Only words of the program's own table are ever written into a script. */
const quoted = (text: string) => `'${text}'`;

const bash = (steps: readonly CompletionStep[]) => {
  const cases = steps.map(({ path, next, hasFiles }) => {
    const files = hasFiles ? ' files=yes' : '';
    return `    ${quoted(path.join(' '))}) next=${quoted(next.join(' '))}${files} ;;`;
  });
  return `# bash completion of remote-service
_remote_service() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word path='' next='' files=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || path="\${path:+$path }$word"
  done
  case "$path" in
${cases.join('\n')}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$next" -- "$current")
  if [[ $files == yes ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -F _remote_service remote-service`;
};

const zsh = (steps: readonly CompletionStep[]) => {
  const cases = steps.map(({ path, next, hasFiles }) => {
    const files = hasFiles ? '; _files' : '';
    return `    ${quoted(path.join(' '))}) compadd -- ${next.map(quoted).join(' ')}${files} ;;`;
  });
  return `#compdef remote-service
_remote_service() {
  local -a typed
  typed=(\${words[2,CURRENT-1]:#-*})
  case "\${(j: :)typed}" in
${cases.join('\n')}
  esac
}
compdef _remote_service remote-service`;
};

const fish = (steps: readonly CompletionStep[]) => {
  const lines = steps.map(({ path, next, hasFiles }) => {
    const files = hasFiles ? '-F' : '-f';
    const condition = `__remote_service_at ${quoted(path.join(' '))}`;
    return `complete -c remote-service -n "${condition}" ${files} -a ${quoted(next.join(' '))}`;
  });
  return `# fish completion of remote-service
function __remote_service_at
  set -l typed (commandline -opc)[2..-1]
  set -l words (string match -v -- '-*' $typed)
  test "$words" = "$argv[1]"
end
${lines.join('\n')}`;
};

const SHELLS = { bash, zsh, fish };

/** `completion bash|zsh|fish`: a script that the shell reads. */
export const completion: Command = async (_context, { operands: [name = ''] }) => {
  const shell = (Object.keys(SHELLS) as (keyof typeof SHELLS)[]).find((known) => known === name);
  if (shell === undefined) throw new AppError('usage-wrong', { detail: 'completion' });
  const script = SHELLS[shell](completionSteps());
  return Promise.resolve(streamed(`${script}\n`, { shell, script }));
};
