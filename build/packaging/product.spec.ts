import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { CalendarDay } from '@shared/domain/time/dates';
import { isTrialVersion } from '@shared/domain/updates/trial-version';

const script = new URL('./product.mjs', import.meta.url).href;

const readProduct = (official: boolean) => {
  const source = `const { readProduct } = await import(${JSON.stringify(script)});
    process.stdout.write(JSON.stringify(readProduct({ official: ${official} })));`;
  const words = ['--input-type=module', '-e', source];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Record<string, string>;
};

it('marks the version where the runtime is not the official one, so that the program sees it', () => {
  const [release, trial] = [readProduct(true)['version'] ?? '', readProduct(false)['version'] ?? ''];
  expect(isTrialVersion(release)).toBe(false);
  expect(isTrialVersion(trial)).toBe(true);
  expect(trial.startsWith(release)).toBe(true);
});

it('takes the day of the release from package.json', () => {
  expect(CalendarDay.safeParse(readProduct(true)['released']).success).toBe(true);
});
