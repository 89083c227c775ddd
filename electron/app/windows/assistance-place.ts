import type { Rectangle } from 'electron';

export type AssistanceWindowKind = 'request' | 'session';

const SIZES = { request: { width: 560, height: 580 }, session: { width: 420, height: 250 } } as const;
const MARGIN = 16;

/**
 * Where a window of remote assistance stands in the work area of its display, in device-independent pixels: the request in
 * the middle, the indicator in the upper right corner. Larger text, larger window, and never beyond the work area.
 */
export const placeIn = (kind: AssistanceWindowKind, workArea: Rectangle, zoom = 1): Rectangle => {
  const width = Math.min(Math.round(SIZES[kind].width * zoom), workArea.width);
  const height = Math.min(Math.round(SIZES[kind].height * zoom), workArea.height);
  const free = { x: workArea.width - width, y: workArea.height - height };
  const offset =
    kind === 'session'
      ? { x: Math.max(free.x - MARGIN, 0), y: Math.min(MARGIN, free.y) }
      : { x: Math.round(free.x / 2), y: Math.round(free.y / 2) };
  return { width, height, x: workArea.x + offset.x, y: workArea.y + offset.y };
};

/** Whether all of a window can be seen in one of the work areas. */
export const isWhollyIn = (bounds: Rectangle, workAreas: readonly Rectangle[]): boolean =>
  workAreas.some(
    (area) =>
      bounds.x >= area.x &&
      bounds.y >= area.y &&
      bounds.x + bounds.width <= area.x + area.width &&
      bounds.y + bounds.height <= area.y + area.height,
  );
