export const pageOverview = {
  connection: 'Connection',
  licence: 'Licence',
  licenceServers: 'Licence servers',
  state: 'State',
  nextTry: 'Next try',
  organisation: 'Service organisation',
  serviceStarting: 'Print ORS Service is starting.',
  lastSignedProof: 'Last signed proof',
  noProof: 'None yet',
  allOfLicence: 'All about the licence',
  noLicence: 'There is no licence yet.',
  noLicenceServer: 'No licence server is set up.',
  firstRun: {
    title: 'Three steps to the first connection',
    note: 'After that, licences renew themselves.',
    identity: {
      title: 'Enter the service organisation ID and the verification code',
      help: 'You receive both from your service organisation.',
      action: 'Enter ID and code',
    },
    'licence-server': {
      title: 'Add a licence server',
      help: 'The folder from which the licence server on this machine reads its licence file.',
      action: 'Add licence server',
    },
    connect: {
      title: 'Connect',
      'serial-number':
        'The serial number is read from the licence file in the licence folder. There is none yet: put the first licence file there.',
      switch: 'Switch Remote Service on, then save.',
      connection: 'The connection is being made. This takes a few seconds.',
      action: 'Switch on',
    },
  },
  attention: {
    title: 'What needs a hand',
    notice: 'Please look at this',
    'settings-kept-aside': {
      title: 'The settings start from their defaults',
      text: 'The earlier file is kept as {file}.',
    },
    'refused-licence': { title: 'A new licence was refused; the installed one stays' },
    clock: {
      title: 'The clock of this machine looks wrong',
      text: 'It shows {clock}, but it is {floor} at the earliest. Check its date and time. Nothing is switched off because of it.',
    },
  },
  service: {
    name: 'Print ORS Service',
    state: { running: 'running', stopped: 'not running', starting: 'starting' },
    version: 'version {version}',
    account: 'account {account}',
    mode: { embedded: 'started by this program', installed: 'installed on this machine' },
    keychain: { os: 'keys in the key store of the system', file: 'keys in a protected file' },
  },
};
