import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { VendorProfile } from '@shared/domain/connection/vendor-profile';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { findingAsText, findingsAsJunit, summaryAsText } from './conformance-report';
import { runConformance } from './run-conformance';

const API_PATH = '/api/v1';

/** File names are absolute. */
export type ConformanceOptions = {
  address: string;
  organisationId: string;
  serialNumber: string;
  profileFile: string;
  junitFile: string | undefined;
};

const withApiPath = (address: string) => {
  const trimmed = address.replace(/\/+$/, '');
  return trimmed.endsWith(API_PATH) ? trimmed : `${trimmed}${API_PATH}`;
};

/** The vendor profile, and its first key set with its signatures checked. Throws with a sentence. */
const readProfile = async (file: string) => {
  const parsed = VendorProfile.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success)
    throw new Error(`${file} is no vendor profile: ${parsed.error.issues[0]?.message ?? ''}`);
  const { roots, threshold, keySet } = parsed.data;
  const bytes = new TextEncoder().encode(JSON.stringify(keySet));
  const verdict = await verifyKeySet(bytes, { roots, threshold, storedVersion: 0, timeFloor: Date.now() });
  if (!('keySet' in verdict)) throw new Error(`The key set of ${file} is refused: ${verdict.outcome}.`);
  return { profile: parsed.data, keySet: verdict.keySet };
};

/** Plays a client against a back office and prints what it keeps; the exit code. The code is read from the standard input. */
export const conform = async (options: ConformanceOptions): Promise<number> => {
  const { organisationId, serialNumber, junitFile } = options;
  const known = await readProfile(options.profileFile);
  const verificationCode = (await text(process.stdin)).trim();
  const play = {
    ...known,
    address: withApiPath(options.address),
    organisationId,
    serialNumber,
    verificationCode,
  };
  const findings = await runConformance(play, (finding) => process.stdout.write(findingAsText(finding)));
  process.stdout.write(summaryAsText(findings));
  if (junitFile !== undefined) await writeFile(junitFile, findingsAsJunit(findings));
  return findings.some(({ outcome }) => outcome === 'broken') ? 1 : 0;
};
