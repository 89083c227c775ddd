import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe in the page; what it finds, in a form that reads well in a failed test. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // The page's policy forbids foreign scripts, so axe comes in through the debugger.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: source });
  // A colour half way between two states is nobody's to read.
  const settled = `Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getTiming().iterations !== Infinity)
    .map(({ finished }) => finished))`;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `${settled}.then(() => axe.run(document)).then(({ violations }) => JSON.stringify(violations))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  const violations = JSON.parse(String(result.value)) as AxeResults['violations'];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} ${failureSummary ?? ''}`,
    ),
  );
}
