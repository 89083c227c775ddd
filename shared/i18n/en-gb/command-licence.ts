export const commandLicence = {
  exported: 'Licence file {sequence} is saved as {file}',
  requested:
    'The request for {serialNumber}, which holds licence {sequence}, is saved as {file} under the reference {reference}. Take it to your service organisation; install what comes back with: remote-service licence install FILE',
  noReason: 'asked on the command line',
  recordWhole: 'The activity record is whole: {count} entries.',
  recordBroken:
    'The activity record has been changed or is incomplete: entry {number} is the first that does not fit what was written before. Export it and call the help desk.',
};
