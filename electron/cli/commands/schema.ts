import { z } from 'zod';
import { Policy } from '@shared/domain/settings/policy';
import { jsonText } from '@electron/cli/command-answer';
import type { Command } from '@electron/cli/command-context';
import {
  COMMAND_NAMES,
  commandsUnder,
  exactCommand,
  specOf,
  type CommandName,
} from '@electron/cli/command-table';
import { COMMAND_OUTPUTS, CommandFailure } from '@electron/cli/command-outputs';
import { unknownCommand } from '@electron/cli/parse-command';
import { streamed } from '@electron/cli/standard-stream';

const jsonSchemaOf = (schema: z.ZodType) =>
  // Input is checked where it is read; this schema describes output only.
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });

const schemaOf = (name: CommandName) => {
  const words = specOf(name).words.join(' ');
  const done = jsonSchemaOf(COMMAND_OUTPUTS[name]);
  const failure = jsonSchemaOf(CommandFailure);
  return {
    $schema: done.$schema,
    title: `remote-service ${words} --json`,
    anyOf: [{ $ref: '#/$defs/done' }, { $ref: '#/$defs/failure' }],
    $defs: { done, failure },
  };
};

/** Of the policy file, for the editor of whoever writes one. */
const policySchema = () => ({
  title: 'Remote Service policy',
  ...z.toJSONSchema(Policy, { io: 'input', unrepresentable: 'any' }),
});

const schemasOf = (operands: readonly string[]): object => {
  if (operands.length === 1 && operands[0] === 'policy') return policySchema();
  const names = operands.length === 0 ? COMMAND_NAMES : commandsUnder(operands);
  if (names.length === 0) throw unknownCommand(operands);
  const exact = exactCommand(operands);
  return exact !== null
    ? schemaOf(exact)
    : Object.fromEntries(names.map((name) => [specOf(name).words.join(' '), schemaOf(name)]));
};

/** `schema [COMMAND...]`: the JSON schema (2020-12) of what a command prints with `--json`; `schema policy`: that of the policy. */
export const schema: Command = async (_context, { operands }) => {
  const json = schemasOf(operands);
  return Promise.resolve(streamed(jsonText(json), json));
};
