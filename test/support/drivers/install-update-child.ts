import { createUpdateInstaller } from '@electron/platform/update-installer';
import { AppError } from '@shared/errors/app-error';

/**
 * Started inside a box, as somebody who presses [Install now]: prints what became of it, or the code it was refused with.
 *   install-update-child.ts FILE SHA256 SIZE
 */
const [file = '', sha256 = '', size = ''] = process.argv.slice(2);

const outcome = await createUpdateInstaller()
  .install({ file, sha256, size: Number(size) })
  .catch((error: unknown) => (error instanceof AppError ? error.code : String(error)));
process.stdout.write(outcome);
