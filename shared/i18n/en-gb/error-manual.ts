export const errorManual = {
  'licence-package-missing': {
    sentence: 'There is no licence package yet, so there is no licence file to save.',
    nextStep: 'Connect to the back office, or import the licence package that you were given.',
  },
  'serial-number-missing': {
    sentence: 'The serial number is not known yet, so no licence can be requested.',
    nextStep: 'Put the first licence file into the licence folder; the serial number is read from it.',
  },
  'backup-missing': {
    sentence: 'This earlier licence file is no longer kept.',
    nextStep: 'Choose another one from the history.',
  },
  'backup-unusable': {
    sentence: 'This earlier licence file is damaged or was changed since it was kept.',
    nextStep: 'Choose another one from the history.',
  },
  'file-not-saved': {
    sentence: 'The file {file} could not be saved.',
    nextStep: 'Choose a place where you may write and where there is space.',
  },
  'file-exists': {
    sentence: 'There is a file named {file} already; it was left as it is.',
    nextStep: 'Choose another name, or add --force to replace it.',
  },
};
