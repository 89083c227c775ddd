// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      "Una lettera di unità non è utilizzabile per un server di licenza remoto: esiste solo per l'utente, non per Print ORS Service.",
    nextStep: 'Immettere la cartella condivisa, ad esempio \\\\\\\\server\\condivisione\\cartella',
  },
  'licence-path-share-form': {
    sentence: "Questo non è l'indirizzo di una cartella condivisa.",
    nextStep: 'Immettere server, condivisione e cartella, ad esempio \\\\\\\\server\\condivisione\\cartella',
  },
  'licence-path-share-unmounted': {
    sentence: 'Questo computer non può aprire una cartella condivisa mediante il suo indirizzo.',
    nextStep: 'Montare la condivisione per Print ORS Service, quindi immettere la cartella in cui è montata.',
  },
  'licence-path-not-local': {
    sentence: 'Una cartella condivisa non può essere la cartella di un server di licenza locale.',
    nextStep: 'Scegliere Remoto come tipo, oppure una cartella di questo computer.',
  },
  'share-host-not-saved': {
    sentence:
      'Il server {host} non è presente nelle impostazioni salvate, quindi Print ORS Service non vi accede ancora.',
    nextStep: 'Salvare prima le impostazioni, quindi verificare la cartella.',
  },
  'nothing-to-copy': {
    sentence: 'Non vi è ancora alcuna licenza da copiare.',
    nextStep: "Attendere l'arrivo di una licenza oppure importarne una.",
  },
};
