import { completionSteps, optionsWithValue, type CompletionStep } from './completion-steps';

/** Only words of the program's own table are ever written into a script. */
const quoted = (text: string) => `'${text}'`;

/** Finds the place of the cursor in shells that read sh: the words of the command, and an option that waits for its value. */
const findPlace = (words: string) => {
  const flags = optionsWithValue().filter((flag) => flag !== '--version');
  return `  for word in ${words}; do
    if [[ -n $option && $word != = ]]; then
      option=''
      continue
    fi
    case "$word" in
      ${flags.join('|')}) option=$word ;;
      --version) [[ -z $path_so_far ]] || option=$word ;;
      -*|=) ;;
      *) path_so_far="\${path_so_far:+$path_so_far }$word" ;;
    esac
  done
  case "\${option:-$path_so_far}" in`;
};

const bash = (steps: readonly CompletionStep[]) => {
  const cases = steps.map(({ path, next, hasFiles }) => {
    const files = hasFiles ? ' files=yes' : '';
    return `    ${quoted(path.join(' '))}) next=${quoted(next.join(' '))}${files} ;;`;
  });
  return `# bash completion of remote-service
_remote_service() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word path_so_far='' option='' next='' files=''
  [[ $current != = ]] || current=''
${findPlace('"${COMP_WORDS[@]:1:COMP_CWORD-1}"')}
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

/** A file of completions is the function of its own name the first time, and then has to complete itself. */
const zsh = (steps: readonly CompletionStep[]) => {
  const cases = steps.map(({ path, next, hasFiles }) => {
    const files = hasFiles ? '; _files' : '';
    return `    ${quoted(path.join(' '))}) compadd -- ${next.map(quoted).join(' ')}${files} ;;`;
  });
  return `#compdef remote-service
_remote_service() {
  local word path_so_far option
${findPlace('"${(@)words[2,CURRENT-1]}"')}
${cases.join('\n')}
  esac
}
compdef _remote_service remote-service
[[ $funcstack[1] != _remote-service ]] || _remote_service "$@"`;
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
  set -l words
  set -l option
  for word in $typed
    if test -n "$option"
      set option
    else if contains -- $word ${optionsWithValue().join(' ')}; and not test "$word" = --version -a -z "$words"
      set option $word
    else if not string match -q -- '-*' $word
      set -a words $word
    end
  end
  test -z "$option"; and test "$words" = "$argv[1]"; or test -n "$option" -a "$option" = "$argv[1]"
end
complete -c remote-service -f
${lines.join('\n')}`;
};

/** Without an answer PowerShell offers files itself. */
const powershell = (steps: readonly CompletionStep[]) => {
  const entries = steps.map(({ path, next }) => `    ${quoted(path.join(' '))} = ${quoted(next.join(' '))}`);
  return `# PowerShell completion of remote-service
Register-ArgumentCompleter -Native -CommandName remote-service -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $steps = @{
${entries.join('\n')}
  }
  $withValue = @(${optionsWithValue().map(quoted).join(', ')})
  $words = @()
  $option = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
    $word = $element.Extent.Text
    if ($option) { $option = '' }
    elseif (($withValue -contains $word) -and -not ($word -eq '--version' -and $words.Count -eq 0)) { $option = $word }
    elseif (-not $word.StartsWith('-')) { $words += $word }
  }
  $place = if ($option) { $option } else { $words -join ' ' }
  "$($steps[$place])".Split(' ') | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}`;
};

const SCRIPTS = { bash, zsh, fish, powershell };

export const SHELLS = Object.keys(SCRIPTS) as readonly (keyof typeof SCRIPTS)[];

/** The script that a shell reads to complete commands. */
export const completionScript = (shell: keyof typeof SCRIPTS): string =>
  `${SCRIPTS[shell](completionSteps())}\n`;
