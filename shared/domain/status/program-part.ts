import { z } from 'zod';

/** A package that ships in the program, with its licence. */
export const ProgramPart = z.strictObject({
  name: z.string().max(200),
  version: z.string().max(60),
  /** Its short name, as SPDX writes it; empty where the package says none. */
  licence: z.string().max(100),
  /** The licence in full; empty where the package brings no file. */
  text: z.string().max(40_000),
});
export type ProgramPart = z.output<typeof ProgramPart>;

/** By name; a package that is there in two versions stands twice. */
export const ProgramParts = z.strictObject({ parts: z.array(ProgramPart).max(500) });
