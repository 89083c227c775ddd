import {
  chmodSync,
  cpSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Lays the [source, target] pairs out as they will lie on the machine. Returns the temporary `folder` with the tree in
 * `root`, its `directories` and `files` in the order of their names, and their size in `bytes`. Modes are 755 for folders
 * and programs, 644 for the rest, whatever the umask of the one who packages; times are all `seconds` after 1970, so that
 * the same files give the same package.
 */
export function stageFiles(pairs, seconds) {
  const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  const root = path.join(folder, 'root');
  mkdirSync(root);
  for (const [source, target] of pairs) place(source, path.join(root, target));
  const stage = { folder, root, directories: [], files: [], bytes: 0 };
  walk(root, stage, seconds);
  settle(root, 0o755, seconds);
  return stage;
}

/** A source that ends in a slash stands for what is in the folder. */
function place(source, target) {
  const file = target.endsWith('/') ? path.join(target, path.basename(source)) : target;
  mkdirSync(path.dirname(file), { recursive: true });
  cpSync(source, file, { recursive: true, verbatimSymlinks: true });
}

function settle(file, mode, seconds) {
  chmodSync(file, mode);
  utimesSync(file, seconds, seconds);
}

function walk(folder, stage, seconds) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      stage.directories.push(file);
      walk(file, stage, seconds);
      settle(file, 0o755, seconds);
      continue;
    }
    stage.files.push(file);
    if (entry.isSymbolicLink()) {
      lutimesSync(file, seconds, seconds);
      continue;
    }
    const { size, mode } = lstatSync(file);
    stage.bytes += size;
    settle(file, (mode & 0o111) === 0 ? 0o644 : 0o755, seconds);
  }
}
