import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { publishedKeys, releaseProblems } from './release-problems.mjs';

/** Throws a `PlainError` where packages for these platforms must not leave the house. */
export function refuseUnfitRelease(platforms) {
  const vendor = JSON.parse(readFileSync(path.join(REPOSITORY, 'build/vendor.json'), 'utf8'));
  const problems = releaseProblems({
    ...{ vendor, platforms },
    published: publishedKeys(),
    environment: process.env,
  });
  if (problems.length === 0) return;
  const advice = 'No package was made. For a trial on your own machines: npm run package -- --trial';
  throw new PlainError([...problems, advice].join('\n'));
}
