export const errorUpdate = {
  'update-index-refused': {
    sentence: 'The list of software releases did not pass its check ({reason}); it was asked for twice.',
    nextStep: 'Nothing was downloaded. If it stays so, tell the help desk.',
  },
  'update-hash-mismatch': {
    sentence: 'The downloaded update is not the one the vendor signed; it was fetched twice and thrown away.',
    nextStep: 'Press Download to fetch it once more. If it fails again, tell the help desk.',
  },
  'update-too-large': {
    sentence: 'More came than the signed size of the update; the download was ended and thrown away.',
    nextStep: 'Press Download to fetch it once more. If it fails again, tell the help desk.',
  },
  'update-disk-full': {
    sentence: 'There is not enough free space for the update.',
    nextStep: 'Free some space; the download then goes on by itself.',
  },
  'update-folder-unusable': {
    sentence: 'The update could not be written to the download folder of Print ORS Service.',
    nextStep: 'Check the disk of this computer, then press Download.',
  },
  'update-none': {
    sentence: 'There is no update to download.',
    nextStep: 'Look for updates again later.',
  },
  'update-not-downloaded': {
    sentence: 'The update is not on this computer yet.',
    nextStep: 'Wait until it has been downloaded and checked, then install it.',
  },
  'update-changed': {
    sentence:
      'The downloaded update was changed after it had been checked; it was thrown away and is fetched anew.',
    nextStep: 'Wait until it has been downloaded and checked again.',
  },
  'update-installer-unknown': {
    sentence: 'This computer has no way to start this kind of installer by itself.',
    nextStep: 'Ask the help desk how to install this update.',
  },
  'update-install-refused': {
    sentence: 'The system did not allow the update to be installed.',
    nextStep: 'Ask an administrator of this computer to install it.',
  },
  'update-install-failed': {
    sentence: 'The update could not be installed; the version that is in use stays.',
    nextStep: 'Try again. If it fails again, tell the help desk.',
  },
};
