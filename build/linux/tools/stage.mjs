import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Lays the [source, target] pairs out as they will lie on the machine. Returns the temporary `folder` with the tree in
 * `root`, its `directories` and `files`, and their size in `bytes`. Modes are 755 for folders and programs, 644 for the
 * rest, whatever the umask of the one who packages.
 */
export function stageFiles(pairs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
  const root = path.join(folder, 'root');
  mkdirSync(root);
  for (const [source, target] of pairs) place(source, path.join(root, target));
  const stage = { folder, root, directories: [], files: [], bytes: 0 };
  walk(root, stage);
  chmodSync(root, 0o755);
  return stage;
}

/** A source that ends in a slash stands for what is in the folder. */
function place(source, target) {
  const file = target.endsWith('/') ? path.join(target, path.basename(source)) : target;
  mkdirSync(path.dirname(file), { recursive: true });
  cpSync(source, file, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

function walk(folder, stage) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      chmodSync(file, 0o755);
      stage.directories.push(file);
      walk(file, stage);
      continue;
    }
    stage.files.push(file);
    if (entry.isSymbolicLink()) continue;
    const { size, mode } = lstatSync(file);
    stage.bytes += size;
    chmodSync(file, (mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}
