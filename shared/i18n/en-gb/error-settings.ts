export const errorSettings = {
  'settings-broken': {
    sentence:
      'The settings file could not be read. It was kept aside as found, and the defaults are in force.',
    nextStep: 'Check the settings and save them.',
  },
  'settings-newer': {
    sentence:
      'The settings file was made by a newer version of this program. It was kept aside as found, and the defaults are in force.',
    nextStep: 'Update this program, or enter the settings again.',
  },
  'settings-changed-meanwhile': {
    sentence: 'The settings were changed somewhere else in the meantime.',
    nextStep: 'Look at the settings as they are now, then change them again.',
  },
  'settings-locked': {
    sentence: 'Another program is saving the settings at this moment.',
    nextStep: 'Wait a moment and save again.',
  },
  'settings-not-writable': {
    sentence: 'The file could not be saved; what was saved before is unchanged.',
    nextStep: 'Check that there is space on the disk and that you may write there.',
  },
  'settings-invalid': {
    sentence: 'The settings have an error and were not saved.',
    nextStep: 'Correct the marked fields and save again.',
  },
  'setting-locked': {
    sentence: 'This setting is fixed by a policy of the organisation. {by}',
    nextStep: 'Ask whoever is responsible for the policy.',
  },
  'policy-untrusted': {
    sentence: 'The policy {file} is ignored, because it cannot be trusted ({why}).',
    nextStep:
      'Have an administrator see to it that root or the Administrators own the file and its folder, that nobody else may write them and that everybody may read the file.',
  },
  'policy-invalid': {
    sentence: 'The policy {file} is ignored, because it has an error at {detail}.',
    nextStep: 'Have an administrator correct it. Its form is shown by: remote-service schema policy',
  },
  'setting-unknown': {
    sentence: 'There is no setting with the name {key}.',
    nextStep: 'List the names with: settings get',
  },
  'setting-not-available': {
    sentence: 'This version of the program does not offer this setting.',
    nextStep: 'Choose another setting.',
  },
  'setting-value-wrong': {
    sentence: 'This value does not fit {key}.',
    nextStep: 'Give true or false, a number, one of its words, or JSON for a list, as the setting needs.',
  },
  'setting-required': {
    sentence: 'This field must be filled in.',
    nextStep: 'Enter a value.',
  },
  'setting-too-long': {
    sentence: 'This value is too long.',
    nextStep: 'Enter at most {max} characters.',
  },
  'setting-characters': {
    sentence: 'This value holds characters that cannot be used here.',
    nextStep: 'Enter it again by hand; copying may bring invisible characters.',
  },
  'proxy-url-invalid': {
    sentence: 'This is not the address of a proxy server.',
    nextStep: 'Enter the host name and the port, for example proxy.example.com:8080',
  },
  'proxy-url-required': {
    sentence: 'The address of the proxy server is missing.',
    nextStep: 'Enter the host name and the port, for example proxy.example.com:8080',
  },
  'proxy-user-name-required': {
    sentence: 'The proxy user name is missing.',
    nextStep: 'Enter the user name for the proxy server, or switch off Proxy server authentication.',
  },
  'proxy-password-required': {
    sentence: 'The proxy password is missing.',
    nextStep: 'Enter the password for the proxy server, or switch off Proxy server authentication.',
  },
  'proxy-detect-with-assistance': {
    sentence: 'Remote assistance does not work with automatically detected proxy settings.',
    nextStep: 'Choose No proxy server or Use proxy server, or do not allow remote assistance.',
  },
  'certificate-unreadable': {
    sentence: 'This is not a certificate.',
    nextStep:
      'Choose a file with a certificate of your organisation (PEM or DER); your network administrator has it.',
  },
  'certificate-no-authority': {
    sentence: 'The certificate {name} belongs to a single server and cannot vouch for others.',
    nextStep: 'Choose the certificate of the certificate authority that has issued it.',
  },
  'certificate-out-of-date': {
    sentence: 'The certificate {name} is not valid at this time.',
    nextStep:
      'Ask your network administrator for the current certificate, and check the clock of this machine.',
  },
  'licence-path-required': {
    sentence: 'The licence path is missing.',
    nextStep: 'Choose the folder that holds the licence file.',
  },
  'licence-path-not-absolute': {
    sentence: 'The licence path is not complete.',
    nextStep: 'Enter the whole path, starting at the top.',
  },
  'licence-server-name-taken': {
    sentence: 'Another licence server has this name.',
    nextStep: 'Enter another name.',
  },
  'licence-server-path-taken': {
    sentence: 'Another licence server uses this folder.',
    nextStep: 'Choose another folder.',
  },
  'licence-server-unknown': {
    sentence: 'This licence server is not in the saved settings.',
    nextStep: 'Save the settings first.',
  },
  'licence-file-name-invalid': {
    sentence: 'This is not a usable file name.',
    nextStep: 'Use letters, digits, dots and hyphens only.',
  },
  'settings-document-unusable': {
    sentence: 'The file holds no settings that can be imported: {detail}.',
    nextStep: 'Export the settings again, or correct the file. Nothing was changed.',
  },
  'secret-from-stdin': {
    sentence: 'A secret is not taken from the command line, where others could read it.',
    nextStep: 'Give a hyphen as the value and send the secret to standard input.',
  },
  'command-unknown': {
    sentence: 'There is no command {command}.',
    nextStep: 'List the commands with: --help',
  },
  'usage-wrong': {
    sentence: 'The command was not given as it should be: {detail}',
    nextStep: 'See how it is used with: --help',
  },
  'file-unreadable': {
    sentence: 'The file {file} could not be read.',
    nextStep: 'Check the name of the file and that you may read it.',
  },
  'vendor-profile-invalid': {
    sentence: 'The vendor profile of this program is not usable: {detail}',
    nextStep: 'Install the program again or tell the help desk.',
  },
  'data-folder-unsafe': {
    sentence: 'Others can change the data folder {folder}, so the program does not start with it.',
    nextStep: 'Take the rights of others off the folder, then start again.',
  },
  'data-folder-unusable': {
    sentence: 'The data folder {folder} cannot be used.',
    nextStep: 'Check that the folder can be written and that there is space on the disk.',
  },
  'certificate-checks-off': {
    sentence: 'The environment switches the checking of certificates off, so the service does not start.',
    nextStep: 'Remove NODE_TLS_REJECT_UNAUTHORIZED from the environment.',
  },
  'switch-refused': {
    sentence: 'The program does not start with --{name}, because that takes away what protects it.',
    nextStep:
      'Start it without. Where an AppImage says so by itself, this system allows no sandbox: install the deb or rpm package there.',
  },
};
