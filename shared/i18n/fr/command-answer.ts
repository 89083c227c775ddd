export const commandAnswer = {
  entitlement: {
    entitled:
      "La version {version} du {released} est couverte : la période de maintenance dure jusqu'au {until}.",
    'not-entitled':
      "La version {version} du {released} n'est pas couverte : la période de maintenance couvre les versions jusqu'au {until}. Faites-la prolonger, puis installez la version.",
    'clock-suspect':
      "La version {version} du {released} est couverte jusqu'au {until}, mais l'horloge de cet ordinateur semble incorrecte. Réglez l'horloge.",
  },
  settings: {
    exported: 'Écrit dans {file}.',
    leftOut: 'Omis, car secrets : {keys}. Définissez-les de nouveau là où le fichier est importé.',
    unchanged: 'Rien à modifier : les paramètres sont déjà ceux du fichier.',
    change: '{key} : {before} -> {after}',
    dryRun: "Rien n'a été enregistré.",
    locked: 'fixé par une stratégie',
  },
  report: {
    written:
      "Rapport de support écrit dans {file} ({bytes} octets). Il ne contient aucun secret ; relisez-le avant de l'envoyer.",
  },
};
