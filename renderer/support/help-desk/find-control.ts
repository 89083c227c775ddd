import type { ControlId } from '@shared/domain/settings/control-numbers';

/** How long the page of a control may take to read and draw itself. */
const SHOWN_WITHIN_MS = 2000;
const FOCUSABLE = 'input, button, select, textarea, summary, a, [tabindex]';

/** Every element that is this control now: none on another page, several in a table. */
export const controlsOf = (id: ControlId): HTMLElement[] => {
  const field = document.getElementById(id);
  const marked = [...document.querySelectorAll<HTMLElement>(`[data-control="${id}"]`)];
  return field === null || marked.includes(field) ? marked : [field, ...marked];
};

/** Waits for the control to be drawn; null where it is not, as the fields of a proxy server that is not used. */
export const firstControlOf = (id: ControlId) =>
  new Promise<HTMLElement | null>((resolve) => {
    const look = () => {
      const [control] = controlsOf(id);
      if (control !== undefined) finish(control);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => finish(null), SHOWN_WITHIN_MS);
    const finish = (control: HTMLElement | null) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(control);
    };
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    look();
  });

/** Not scrolled out of its frame, and not under a dialog or the foot of the page. */
export const isInSight = (control: HTMLElement, { left, top, width, height }: DOMRect) => {
  if (width === 0 && height === 0) return false;
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== null && (control.contains(hit) || hit.contains(control));
};

/** Focuses the control, or the next of several. A link is followed. False where it cannot have the focus, as while it is disabled. */
export const focusControl = (id: ControlId): boolean => {
  const targets = controlsOf(id).flatMap((control) =>
    control.matches(FOCUSABLE) ? control : (control.querySelector<HTMLElement>(FOCUSABLE) ?? []),
  );
  const after = targets.findIndex((target) => target === document.activeElement) + 1;
  const target = targets[after % targets.length];
  if (target === undefined) return false;
  target.scrollIntoView({ block: 'center' });
  if (target.matches('a')) target.click();
  else target.focus();
  return target.matches('a') || target === document.activeElement;
};
