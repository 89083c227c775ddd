import { AppError } from '@shared/errors/app-error';
import type { Command } from '@electron/cli/command-context';
import { completionScript, SHELLS } from '@electron/cli/completion-scripts';
import { streamed } from '@electron/cli/standard-stream';

/** `completion bash|zsh|fish|powershell`: a script that the shell reads. */
export const completion: Command = async (_context, { operands: [name = ''] }) => {
  const shell = SHELLS.find((known) => known === name);
  if (shell === undefined) throw new AppError('usage-wrong', { detail: 'completion' });
  const document = completionScript(shell);
  return Promise.resolve(streamed(document, { shell, script: document.trimEnd() }));
};
