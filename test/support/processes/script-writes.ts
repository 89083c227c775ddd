/** One line of `strace -f`: the process, the call, and what it was given; another process may cut the line short. */
const CALL = /^(\d+)\s+(\w+)\((.*)/;
const NEW_PROCESS = /^(\d+)\s+(?:<\.\.\. )?(?:clone3?|v?fork)\b.*= (\d+)$/;
const CHANGES =
  /^(mkdir|rmdir|rename|unlink|link|symlink|chmod|fchmodat|chown|lchown|fchownat|mknod|truncate|utime)/;
const OPENS_TO_WRITE = /O_(WRONLY|RDWR|CREAT|TRUNC)/;

const pathsOf = (given: string) => [...given.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) => path);

interface Call {
  process: string;
  name: string;
  given: string;
}

const readTrace = (trace: string) => {
  const calls: Call[] = [];
  const parents = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, parent = '', child = ''] = NEW_PROCESS.exec(line) ?? [];
    if (child !== '') parents.set(child, parent);
    const [, process = '', name = '', given = ''] = CALL.exec(line) ?? [];
    if (process !== '') calls.push({ process, name, given });
  }
  return { calls, parents };
};

/**
 * From a trace of dpkg (`strace -f -e trace=%file,%process`): the paths that the maintainer scripts changed with root's
 * rights. What they run as another account is left out.
 */
export const pathsChangedByScripts = (trace: string, isScript: (program: string) => boolean): string[] => {
  const { calls, parents } = readTrace(trace);
  const running = (isProgram: (program: string) => boolean) =>
    new Set(
      calls
        .filter(({ name, given }) => name === 'execve' && isProgram(pathsOf(given)[0] ?? ''))
        .map(({ process }) => process),
    );
  const scripts = running(isScript);
  const others = running((program) => program.endsWith('/runuser'));
  const isOfRootsScript = (process: string | undefined): boolean =>
    process !== undefined &&
    !others.has(process) &&
    (scripts.has(process) || isOfRootsScript(parents.get(process)));
  const changes = calls.filter(
    ({ process, name, given }) =>
      (CHANGES.test(name) || (name.startsWith('open') && OPENS_TO_WRITE.test(given))) &&
      isOfRootsScript(process),
  );
  return [...new Set(changes.flatMap(({ given }) => pathsOf(given)))];
};
