/**
 * The custom actions of the MSI, in the order in which they run. `run` and `ask` name functions of the library in `actions`;
 * `data` is what such an action is told, with the properties that Windows Installer puts in. `undo` runs where a later step
 * fails, `commit` when everything is done, all others as the system between Windows Installer's own steps.
 */
const FIRST = 'NOT Installed AND NOT OLDERVERSION';
const ANEW = 'Installed OR OLDERVERSION';
const CHANGES = `(${ANEW}) AND NOT UPGRADINGPRODUCTCODE`;
const STAYS = 'NOT (REMOVE="ALL")';
/** An update removes the old version as a whole; the service, and the account it has, stay. */
const LEAVES = 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE';

const HOST = '"[INSTALLDIR]remote-service-host.exe"';
const PROGRAM = '[INSTALLDIR]remote-service.exe';
const NOT_INSTALLED = 74;

const step = (
  name,
  when,
  sentence,
  words,
  { good = [0], kind = 'deferred', input = 'none', value = '' } = {},
) => ({
  name,
  entry: 'run_step',
  kind,
  when,
  data: [good.join(','), sentence, input, words, value].join('|'),
});
const host = (name, when, sentence, verb, options) => step(name, when, sentence, `${HOST} ${verb}`, options);
/** Takes back with a helper that lies in the MSI itself: whether the installed one is there then, nobody can say. */
const undo = (name, when, command) => ({ name, kind: 'rollback', when, command });

/** A setting that the property names; its value goes through standard input, never into a command line or the log. */
const setting = (name, property, words, input) =>
  step(
    name,
    `${property} AND ${STAYS}`,
    'A setting that was given to the installer could not be saved',
    `"${PROGRAM}" --log-level=3 settings ${words}`,
    { input, value: `[${property}]` },
  );

/** Before the old version is taken away; it is whole, and its own helper does it. */
export const BEFORE_REMOVAL = [
  {
    name: 'AskEntitlement',
    entry: 'ask_entitlement',
    kind: 'deferred',
    when: `OLDERVERSION AND ${STAYS}`,
    data: [
      PROGRAM,
      '{version}',
      '{released}',
      '[CommonAppDataFolder]Remote Service Installer\\entitlement-skipped.jsonl',
      '[SKIPENTITLEMENT]',
    ].join('|'),
  },
  undo('StartAgain', CHANGES, 'control resume'),
  // The service runs the same program, so it comes first.
  host(
    'SuspendService',
    CHANGES,
    'Print ORS Service could not be stopped. Nothing was changed',
    'control suspend',
    { good: [0, NOT_INSTALLED] },
  ),
  host(
    'CloseProgram',
    CHANGES,
    'Remote Service is open, possibly in the session of another user. Close it and try again',
    `process close "${PROGRAM}"`,
  ),
  host('RegisterAgain', LEAVES, 'Print ORS Service could not be registered again', `install "${PROGRAM}"`, {
    kind: 'rollback',
  }),
  host('RemoveService', LEAVES, 'Print ORS Service could not be removed. Nothing was changed', 'remove'),
];

/** When the files lie there. */
export const AFTER_FILES = [
  undo('TakeServiceBack', `${FIRST} AND ${STAYS}`, 'remove'),
  host('RegisterService', STAYS, 'Print ORS Service could not be installed', `install "${PROGRAM}"`),
  host(
    'AddOperators',
    `OPERATORS AND ${STAYS}`,
    'The accounts named by OPERATORS could not be made operators',
    'add-operators',
    { input: 'text', value: '[OPERATORS]' },
  ),
  undo('StopAgain', `(${ANEW}) AND ${STAYS}`, 'control suspend'),
  host('StartService', STAYS, 'Print ORS Service could not be started', 'control resume'),
  setting('ImportSettings', 'SETTINGSFILE', 'import -', 'file'),
  setting('SetOrganisation', 'ORGANISATIONID', 'set remoteService.serviceOrganisationId -', 'text'),
  setting('SetCode', 'VERIFICATIONCODEFILE', 'set remoteService.verificationCode -', 'file'),
  step(
    'Connect',
    `ORGANISATIONID AND VERIFICATIONCODEFILE AND ${STAYS}`,
    'The connection to the service organisation could not be switched on',
    `"${PROGRAM}" --log-level=3 settings set remoteService.enabled true`,
  ),
  {
    name: 'DeleteData',
    entry: 'delete_data',
    kind: 'commit',
    when: `DELETEDATA="1" AND ${LEAVES}`,
    data: '[CommonAppDataFolder]Remote Service|[CommonAppDataFolder]Remote Service Installer',
  },
];

/** What may be given to msiexec, by name, with what it is for; the README has the same list. */
export const PROPERTIES = [
  'DELETEDATA',
  'OPERATORS',
  'ORGANISATIONID',
  'SETTINGSFILE',
  'SKIPENTITLEMENT',
  'VERIFICATIONCODEFILE',
];
