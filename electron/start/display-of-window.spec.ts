import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { displayOf, noteDisplay, otherDisplay } from './display-of-window';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'display-'));
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  [{ DISPLAY: ':1.0', WAYLAND_DISPLAY: 'wayland-0' }, ':1'],
  [{ DISPLAY: 'localhost:10.0' }, 'localhost:10'],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'wayland-0'],
  [{}, ''],
])('of %o is %s', (environment, display) => {
  expect(displayOf(environment)).toBe(display);
});

it('is told to a start on another one, and to no other', async () => {
  expect(otherDisplay(folder, ':2')).toBeNull();
  await noteDisplay(folder, ':1');
  expect(otherDisplay(folder, ':2')).toBe(':1');
  expect(otherDisplay(folder, ':1')).toBeNull();
  expect(otherDisplay(folder, '')).toBeNull();
});
