import { z } from 'zod';
import { createWindowsHost, type WindowsHost } from '../windows-host';

/** How the key of the file kind lies on the disk. */
export interface KeySeal {
  protect(key: Uint8Array): Promise<Uint8Array>;
  /** Null for what was not protected here, or changed since; throws where the system does not answer. */
  reveal(sealed: Uint8Array): Promise<Uint8Array | null>;
}

/** As it is: the file's owner alone may read it. */
export const plainKey: KeySeal = {
  protect: (key) => Promise.resolve(key),
  reveal: (sealed) => Promise.resolve(sealed),
};

const Bytes = z.object({ bytes: z.base64() });

/**
 * Sealed with DPAPI to the machine, not to an account: the account of the service may change, and its Credential Manager
 * would stay behind. Who may read the file is what keeps the key from the other accounts of the machine.
 */
export const createMachineSeal = (host: WindowsHost = createWindowsHost()): KeySeal => {
  const ask = async (verb: 'protect' | 'reveal', bytes: Uint8Array) => {
    // Base64 on the way there, too: standard input is text.
    const input = Buffer.from(bytes).toString('base64');
    const reply = await host.ask(['secret', verb], Bytes, { input });
    if (reply.outcome === 'done') return new Uint8Array(Buffer.from(reply.answer.bytes, 'base64'));
    if (reply.outcome === 'changed') return null;
    throw new Error(`the helper did not ${verb} the key: ${reply.outcome}`);
  };
  return {
    protect: async (key) => {
      const sealed = await ask('protect', key);
      if (sealed === null) throw new Error('the helper did not protect the key');
      return sealed;
    },
    reveal: (sealed) => ask('reveal', sealed),
  };
};
