export const commandAnswer = {
  entitlement: {
    entitled: 'Version {version} vom {released} ist abgedeckt: Die Wartung gilt bis {until}.',
    'not-entitled':
      'Version {version} vom {released} ist nicht abgedeckt: Die Wartung deckt Versionen bis zum {until} ab. Lassen Sie sie verlängern, und installieren Sie die Version dann.',
    'clock-suspect':
      'Version {version} vom {released} ist bis {until} abgedeckt, aber die Uhr dieses Computers scheint falsch zu gehen. Stellen Sie die Uhr.',
  },
  settings: {
    exported: 'In {file} geschrieben.',
    leftOut:
      'Weggelassen, weil geheim: {keys}. Legen Sie diese Werte dort neu fest, wo die Datei importiert wird.',
    unchanged: 'Nichts zu ändern: Die Einstellungen entsprechen bereits der Datei.',
    change: '{key}: {before} -> {after}',
    dryRun: 'Es wurde nichts gespeichert.',
    locked: 'durch Richtlinie festgelegt',
  },
  report: {
    written:
      'Supportbericht in {file} geschrieben ({bytes} Byte). Er enthält nichts Geheimes; sehen Sie ihn durch, bevor Sie ihn senden.',
  },
};
