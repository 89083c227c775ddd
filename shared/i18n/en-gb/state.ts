import { assistanceActivity } from './assistance';

export const connection = {
  label: 'Connection status',
  state: {
    disabled: 'Switched off',
    'not-configured': 'Not set up yet',
    'service-stopped': 'Service not running',
    connecting: 'Connecting',
    connected: 'Connected',
    failed: 'Connection failed',
  },
  explain: {
    disabled: 'Remote Service is switched off. There is no connection to the back office.',
    'not-configured': 'A few steps are missing before a connection can be made.',
    'service-stopped': 'Print ORS Service is not running, so there is no connection and licences wait.',
    connecting: 'The connection to the back office is being made.',
    connected: 'There is a connection to the back office.',
    failed: 'There is no connection to the back office.',
  },
  since: 'since {time}',
  nextTry: 'Next try {time}',
  missing: {
    'service-organisation-id': 'Enter the service organisation ID',
    'verification-code': 'Enter the verification code',
    'licence-server': 'Add a licence server',
    'serial-number': 'Put a licence file with a serial number into the licence folder',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'Up to date',
    behind: 'Waiting for the new licence',
    installing: 'Being updated',
    failing: 'Cannot be updated',
    'waiting-for-operator': 'To be copied by hand',
    'copied-by-hand': 'Copied by hand',
    'kept-by-hand': 'Another licence kept by hand',
    unknown: 'Not known yet',
  },
  kind: { local: 'Local', remote: 'Remote' },
};

export const licenceDifference = {
  reason: {
    initial: 'First licence',
    'maintenance-extended': 'Maintenance extended',
    'features-added': 'Features added',
    'users-added': 'Users added',
    replacement: 'Licence replaced',
  },
  users: 'Users {from} → {to}',
  usersFirst: 'Users {to}',
  maintenance: 'maintenance until {to}',
  expiry: 'valid until {to}',
  expiryPerpetual: 'valid without end',
  featureAdded: '{name} added ({quantity})',
  featureRemoved: '{name} removed',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: '{name} valid until {to}',
  featureExpiryPerpetual: '{name} valid without end',
  nothing: 'no change in features, users or dates',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service started',
    'service-stopped': 'Print ORS Service stopped',
    'service-control': 'Start, stop or restart asked for',
    'settings-applied': 'Settings in force',
    'settings-broken': 'Settings file could not be read',
    'policy-ignored': 'Policy ignored',
    connected: 'Connected to the back office',
    'connection-failed': 'Connection failed',
    'connection-disabled': 'Connection switched off',
    registered: 'Registered with the service organisation',
    'registration-ended': 'Registration ended by the service organisation',
    'licence-received': 'New licence received',
    'licence-refused': 'Licence refused',
    'licence-changed': 'What the new licence changed',
    'licence-installed': 'Licence installed',
    'licence-install-failed': 'Licence could not be installed',
    'licence-rolled-back': 'Licence put back as it was',
    'licence-recovered': 'Interrupted installation finished',
    'licence-imported': 'Licence brought by the operator',
    'licence-file-imported': 'Licence file without signature put in place by the operator',
    'licence-restored': 'Earlier licence file put back by the operator',
    'licence-file-saved': 'Licence file saved by the operator',
    'licence-request-made': 'Licence request made by the operator',
    'key-set-renewed': 'Keys of the service organisation renewed',
    'key-set-refused': 'Keys of the service organisation refused',
    'reread-done': 'Licence server told to read its file again',
    'reread-failed': 'Re-read command failed',
    'expiry-notice': 'Licence expiry announced',
    'maintenance-notice': 'Maintenance end announced',
    'clock-suspect': 'Clock of this machine looks wrong',
    'event-skipped': 'Message of an unknown kind skipped',
    announcement: 'Message of the service organisation',
    'try-again': 'Tried again on request',
    'release-index-refused': 'The list of software releases was refused',
    'release-offered': 'An update is offered',
    'update-download-asked': 'Download of the update asked for',
    'update-paused': 'Download of the update paused',
    'update-downloaded': 'Update downloaded and checked',
    'update-refused': 'Downloaded update refused',
    'update-install-asked': 'Installation of the update started',
    'update-installed': 'Update installed',
    'connection-checked': 'Connection checked',
    'licence-marked-as-copied': 'Licence marked as copied by hand',
    'licence-found-copied': 'Licence copied by hand was found',
    'entitlement-skipped': 'Update installed without asking whether the maintenance covers it',
    ...assistanceActivity,
  },
  actor: { service: 'Print ORS Service', operator: 'Operator', 'back-office': 'Service organisation' },
};

export const consequence = {
  connects: 'Saving connects this installation to the back office.',
  disconnects:
    'Saving ends the connection to the back office, and a remote assistance session that runs; licences wait until it is switched on again.',
  'registers-again': 'Saving registers this installation again.',
  reconnects: 'Saving reconnects Print ORS Service.',
  'licence-servers-read': 'Saving reads the licence servers again.',
  'licence-server-removed': 'A licence server is no longer updated after saving.',
};

export const notification = {
  licenceInstalled: 'New licence installed',
  connectionFailed: 'Connection failed',
  connectionBack: 'Connected again',
};

export const tray = {
  stopAssistance: 'Stop remote assistance',
  assistance: 'Remote assistance is running',
  open: 'Open Remote Service',
  tryNow: 'Try the connection again',
  check: 'Check connection',
  quit: 'Quit',
  view: 'View',
  zoomIn: 'Larger text',
  zoomOut: 'Smaller text',
  resetZoom: 'Normal text size',
  close: 'Close window',
  tooltip: 'Remote Service: {state}',
};
