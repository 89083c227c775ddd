export const errorLicence = {
  'path-missing': {
    sentence: 'The licence folder does not exist.',
    nextStep: 'Check the licence path, or create the folder.',
  },
  'not-a-folder': {
    sentence: 'The licence path is not a folder.',
    nextStep: 'Enter the folder that holds the licence file.',
  },
  'access-denied': {
    sentence: 'The account that runs Print ORS Service may not use the licence folder.',
    nextStep: 'Give that account the rights Modify, Read and Write on the folder.',
  },
  'read-only': {
    sentence: 'The licence folder can only be read.',
    nextStep: 'Make the folder writable, or choose another one.',
  },
  'disk-full': {
    sentence: 'There is no space left in the licence folder.',
    nextStep: 'Free some space; the licence is then installed by itself.',
  },
  'share-unreachable': {
    sentence: 'The licence folder could not be read or written.',
    nextStep: 'Check the disk or the network drive the folder is on.',
  },
  'timed-out': {
    sentence: 'The licence folder does not answer.',
    nextStep: 'Check the disk or the network drive the folder is on.',
  },
  'file-in-use': {
    sentence: 'The licence file is in use by another program.',
    nextStep: 'Close the program that holds the file; it is tried again by itself.',
  },
  'verify-failed': {
    sentence: 'The licence file did not read back as it was written; the earlier one was put back.',
    nextStep: 'Check the disk the folder is on.',
  },
  'link-in-the-way': {
    sentence: 'A link stands in the place of the licence file; it was not followed.',
    nextStep: 'Replace the link with the real file.',
  },
  'unknown-content': {
    sentence: 'The licence file was changed by someone else during an update; it was left as it is.',
    nextStep: 'Check the licence file, then choose Try again.',
  },
  'licence-file-missing': {
    sentence: 'There is no licence file in the licence folder yet.',
    nextStep: 'Put the first licence file into the folder.',
  },
  'licence-file-unreadable': {
    sentence: 'The licence file is not one that this program can read.',
    nextStep: 'Check that the file is the FlexNet licence file of the product.',
  },
  'too-large': {
    sentence: 'The file is larger than a licence can be.',
    nextStep: 'Ask the service organisation to send the licence again.',
  },
  malformed: {
    sentence: 'The file is not a licence package.',
    nextStep: 'Ask the service organisation to send the licence again.',
  },
  'header-not-allowed': {
    sentence: 'The licence package carries a heading that is not allowed.',
    nextStep: 'Tell the service organisation.',
  },
  'wrong-type': {
    sentence: 'The file is signed, but it is another kind of document.',
    nextStep: 'Choose the licence package.',
  },
  'unknown-key': {
    sentence: 'The licence is signed with a key that this program does not know.',
    nextStep: 'Check that the licence comes from your service organisation.',
  },
  'key-revoked': {
    sentence: 'The licence is signed with a key that is no longer valid.',
    nextStep: 'Ask the service organisation for a new licence.',
  },
  'key-role': {
    sentence: 'The licence is signed with a key that is not meant for licences.',
    nextStep: 'Tell the service organisation.',
  },
  algorithm: {
    sentence: 'The licence is signed in a way that is not accepted.',
    nextStep: 'Tell the service organisation.',
  },
  signature: {
    sentence: 'The signature of the licence is not right; the file was changed or damaged.',
    nextStep: 'Ask the service organisation to send the licence again.',
  },
  'not-json': {
    sentence: 'The content of the licence cannot be read.',
    nextStep: 'Tell the service organisation.',
  },
  schema: {
    sentence: 'The content of the licence is not as it should be.',
    nextStep: 'Tell the service organisation.',
  },
  'newer-format': {
    sentence: 'The licence was made for a newer version of this program.',
    nextStep: 'Update this program.',
  },
  'wrong-product': {
    sentence: 'The licence is for another product.',
    nextStep: 'Ask the service organisation for the right licence.',
  },
  'wrong-serial-number': {
    sentence: 'The licence is for another serial number.',
    nextStep: 'Ask the service organisation for the licence of this installation.',
  },
  'wrong-host': {
    sentence: 'The licence is bound to another licence server.',
    nextStep: 'Ask the service organisation for a licence for this licence server.',
  },
  'issued-in-future': {
    sentence: 'The licence is dated in the future.',
    nextStep: 'Check the date and time of this machine.',
  },
  replayed: {
    sentence: 'The licence is older than the installed one.',
    nextStep: 'Nothing to do: the installed licence stays.',
  },
  conflicting: {
    sentence: 'There are two different licences with the same number.',
    nextStep: 'Tell the service organisation.',
  },
  implausible: {
    sentence: 'The number of the licence is far ahead of the installed one.',
    nextStep: 'Tell the service organisation.',
  },
  expired: {
    sentence: 'The licence has expired, and the installed one has not.',
    nextStep: 'Ask the service organisation for a current licence.',
  },
  nonce: {
    sentence: 'The back office answered with an old proof.',
    nextStep: 'Nothing to do: it is tried again by itself.',
  },
  stale: {
    sentence: 'The proof of the back office is no longer fresh.',
    nextStep: 'Check the date and time of this machine. It is tried again by itself.',
  },
  threshold: {
    sentence: "The set of keys is not signed by enough of the vendor's root keys.",
    nextStep: 'Tell the service organisation.',
  },
  'index-mismatch': {
    sentence: 'The licence received is not the one the back office had announced.',
    nextStep: 'Nothing to do: it is tried again by itself.',
  },
  'maintenance-unknown': {
    sentence: 'No signed licence says until when maintenance lasts.',
    nextStep: 'Connect to the back office, or install a licence package.',
  },
  'no-licence': {
    sentence: 'The service organisation has no licence for this installation yet.',
    nextStep: 'Nothing to do: it is installed by itself as soon as there is one.',
  },
  'no-licence-server': {
    sentence: 'No licence server is set up.',
    nextStep: 'Add a licence server under System, Connectivity, Remote Service.',
  },
};
