import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPreferences } from '@electron/app/preferences-store';
import { createDataFolders } from '@electron/platform/folders';
import { replaceFile } from '@electron/platform/private-files';
import { Preferences } from '@shared/domain/settings/preferences';
import { asAccount } from '../support/damaged-files/as-account';
import { DAMAGES, damage } from '../support/damaged-files/damages';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'choices-'));
  chownSync(home, NOBODY, NOBODY);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (file: string, value: object) => {
  writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
  chownSync(file, NOBODY, NOBODY);
};

describe.runIf(isRoot)('the choices of a window that are damaged', () => {
  // The library of the real one runs in Electron alone.
  const storage = { write: (file: string, value: object) => replaceFile(file, JSON.stringify(value)) };
  const chosen = { ...Preferences.parse({}), colourScheme: 'dark' as const };

  it.each(DAMAGES)('(%s) cost comfort, are kept aside and can be saved again', async (kind) => {
    const paths = createDataFolders().pathsOf({ mode: 'embedded', home });
    const file = paths.preferences;
    put(file, chosen);
    damage(file, kind, NOBODY);
    const isFile = kind !== 'gone' && statSync(file).isFile();
    const before = isFile ? readFileSync(file) : null;
    const onDamaged = vi.fn();
    await asAccount(NOBODY, async () => {
      const store = await openPreferences(paths, storage, onDamaged);
      expect(store.current()).toEqual(Preferences.parse({}));
      await store.save(chosen);
      const again = await openPreferences(paths, storage, onDamaged);
      expect(again.current()).toEqual(chosen);
    });
    const aside = readdirSync(home).filter((name) => name.startsWith('preferences.json.broken-'));
    expect([aside.length, onDamaged.mock.calls.length]).toEqual(kind === 'gone' ? [0, 0] : [1, 1]);
    if (before !== null) expect(readFileSync(path.join(home, aside[0] ?? '')).equals(before)).toBe(true);
  });
});
