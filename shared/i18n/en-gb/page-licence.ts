export const pageLicence = {
  inForce: 'Licence in force',
  inForceNote: 'What the newest licence of your service organisation grants.',
  customer: 'Customer',
  lastChange: 'Last change',
  hostId: 'Host ID',
  fileDate: 'File date',
  noSequence: 'The file came without a number',
  installedFile: 'Installed licence file',
  featuresOn: 'Features on {name}',
  service: 'Licence service',
  serving: {
    serving: 'Serving on port {port} of {host}',
    'not-serving': 'Not serving yet on {host}',
    'not-asked': 'Not asked yet',
  },
  servingNote: {
    serving: 'asked {time}',
    'not-serving': 'asked {time}; it may still have to be started',
    'not-asked': 'Check connection asks it, and so does every new licence',
  },
  noFile: 'No licence file has been read here yet.',
  stopped: 'What is installed is shown as soon as the service runs.',
  setUp: {
    title: 'Set up a licence server',
    text: 'Name the folder from which the licence server reads its licence file. The serial number is then read from it, and new licences are installed there.',
  },
};
