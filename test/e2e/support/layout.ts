import type { Page } from '@playwright/test';

/** Everything a person can act on; what is hidden or switched off is left out. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="switch"], [role="radio"], [role="tab"]';

/** The overflows: a page that scrolls sideways, controls that reach past the edge. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    for (const part of [document.documentElement, document.body, document.querySelector('main')]) {
      if (part !== null && part.scrollWidth > part.clientWidth + 1) {
        found.push(`${part.tagName} is ${part.scrollWidth} wide in ${part.clientWidth}`);
      }
    }
    for (const control of document.querySelectorAll<HTMLElement>(selector)) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width: own } = control.getBoundingClientRect();
      // A table may scroll in its own frame; the skip link waits outside until it has the focus.
      if (own === 0 || control.closest('.frame, .skip') !== null) continue;
      if (left < -1 || right > width + 1)
        found.push(`${control.outerHTML.slice(0, 120)}: ${left} to ${right}`);
    }
    return found;
  }, CONTROLS);
}

/** Marks what the Tab key is to reach; a part of the page that arrives later is not walked. */
const markControls = (page: Page) =>
  page.evaluate((selector) => {
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter((control) => {
      const isOff = control.matches(':disabled, [aria-disabled="true"]:not([tabindex])');
      // One stop serves a whole group of choices: it lands on the chosen one, and the arrow keys reach the rest.
      const isOfGroup = control.matches(
        '[role="radio"], [role="tab"], [role="radiogroup"], [role="tablist"]',
      );
      return (
        control.checkVisibility({ visibilityProperty: true }) && !isOff && !isOfGroup && control.tabIndex >= 0
      );
    });
    for (const control of controls) control.setAttribute('data-walk', '');
    return controls.length;
  }, CONTROLS);

const visit = (page: Page) =>
  page.evaluate(() => {
    document.activeElement?.removeAttribute('data-walk');
    return document.querySelectorAll('[data-walk]').length;
  });

/** Walks the page with the Tab key, twice round at most; gives the controls that were never reached. */
export async function unreachedByKeyboard(page: Page): Promise<string[]> {
  const most = 2 * (await markControls(page)) + 20;
  for (let step = 0; step < most && (await visit(page)) > 0; step += 1) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-walk]')].map((control) => control.outerHTML.slice(0, 120)),
  );
}
