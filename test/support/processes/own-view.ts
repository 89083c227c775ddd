import { spawn, type ChildProcess } from 'node:child_process';

/** Where a policy lies. */
export const POLICY_PLACE = '/etc/remote-service';

/** A view of the file system in which the place of the policy is a folder of the test: nobody else on the machine sees it. */
export const startOwnView = async (folder: string): Promise<ChildProcess> => {
  const script = 'mount --bind "$1" "$2" && echo ready && exec sleep 600';
  const view = spawn('unshare', ['-m', 'sh', '-c', script, 'sh', folder, POLICY_PLACE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => view.stdout.once('data', resolve).once('end', reject));
  return view;
};
