export const commandAnswer = {
  entitlement: {
    entitled: 'Version {version} of {released} is covered: maintenance lasts until {until}.',
    'not-entitled':
      'Version {version} of {released} is not covered: maintenance covers versions up to {until}. Have it extended, then install this version.',
    'clock-suspect':
      'Version {version} of {released} is covered until {until}, but the clock of this computer looks wrong. Set the clock.',
  },
  settings: {
    exported: 'Written to {file}.',
    leftOut: 'Left out, because they are secret: {keys}. Set them anew where the file is imported.',
    unchanged: 'Nothing to change: the settings are already as in the file.',
    change: '{key}: {before} -> {after}',
    dryRun: 'Nothing was saved.',
    locked: 'fixed by policy',
  },
  report: {
    written:
      'Support report written to {file} ({bytes} bytes). No secret is in it; look through it before you send it.',
  },
};
