// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      'A drive letter cannot be used for a remote licence server: it exists for you only, not for Print ORS Service.',
    nextStep: 'Enter the shared folder itself, for example \\\\\\\\server\\share\\folder',
  },
  'licence-path-share-form': {
    sentence: 'This is not the address of a shared folder.',
    nextStep: 'Enter server, share and folder, for example \\\\\\\\server\\share\\folder',
  },
  'licence-path-share-unmounted': {
    sentence: 'This machine cannot open a shared folder by its address.',
    nextStep: 'Mount the share for Print ORS Service, then enter the folder on which it is mounted.',
  },
  'licence-path-not-local': {
    sentence: 'A shared folder cannot be the folder of a local licence server.',
    nextStep: 'Choose Remote as the kind, or a folder on this machine.',
  },
  'share-host-not-saved': {
    sentence:
      'The server {host} is not in the saved settings, so Print ORS Service does not log in there yet.',
    nextStep: 'Save the settings first, then test the folder.',
  },
  'nothing-to-copy': {
    sentence: 'There is no licence to be copied yet.',
    nextStep: 'Wait until a licence has come, or import one.',
  },
};
