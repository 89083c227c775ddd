export { createFakeKeychain, type FakeKeychain } from './fake-keychain.fixture';
export { createFileKeychain } from './file-keychain';
export type { Keychain } from './keychain';
export { openKeychain } from './open-keychain';
