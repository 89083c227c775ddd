export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: 'This is not a port of a licence server.',
    nextStep: 'Enter one port, for example 27000, or a range such as 27000-27009; leave it empty for any.',
  },
  'licence-host-invalid': {
    sentence: 'This is not the name of a machine.',
    nextStep: 'Enter the host name or the address only, without a port.',
  },
  'reread-command-not-absolute': {
    sentence: 'The program of the re-read command is not given with its whole path.',
    nextStep: 'Enter the program with its path, starting at the top, on the first line.',
  },
  'reread-not-started': {
    sentence:
      'The re-read command of {name} could not be started. The new licence is installed all the same.',
    nextStep: 'Check that the program exists and that the account of Print ORS Service may run it.',
  },
  'reread-failed': {
    sentence:
      'The re-read command of {name} ended with code {exitCode}. The new licence is installed all the same.',
    nextStep: 'Try the command by hand, or have the licence server read its licence file again.',
  },
  'reread-timed-out': {
    sentence:
      'The re-read command of {name} did not end by itself within 30 seconds. The new licence is installed all the same.',
    nextStep: 'Try the command by hand, or have the licence server read its licence file again.',
  },
};
