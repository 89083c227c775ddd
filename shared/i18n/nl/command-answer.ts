export const commandAnswer = {
  entitlement: {
    entitled: 'Versie {version} van {released} is gedekt: het onderhoud loopt tot en met {until}.',
    'not-entitled':
      'Versie {version} van {released} is niet gedekt: het onderhoud dekt versies tot en met {until}. Laat het verlengen en installeer de versie daarna.',
    'clock-suspect':
      'Versie {version} van {released} is gedekt tot en met {until}, maar de klok van deze computer lijkt niet te kloppen. Stel de klok in.',
  },
  settings: {
    exported: 'Geschreven naar {file}.',
    leftOut:
      'Weggelaten, omdat ze geheim zijn: {keys}. Stel ze opnieuw in waar het bestand wordt geïmporteerd.',
    unchanged: 'Niets te wijzigen: de instellingen zijn al zoals in het bestand.',
    change: '{key}: {before} -> {after}',
    dryRun: 'Er is niets opgeslagen.',
    locked: 'vastgelegd door beleid',
  },
  report: {
    written:
      'Ondersteuningsrapport geschreven naar {file} ({bytes} bytes). Het bevat geen geheimen; kijk het door voordat u het verzendt.',
  },
};
