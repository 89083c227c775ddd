export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: 'Non è una porta di un server di licenza.',
    nextStep:
      'Immettere una porta, ad esempio 27000, o un intervallo come 27000-27009; lasciare vuoto per qualsiasi porta.',
  },
  'licence-host-invalid': {
    sentence: 'Non è il nome di un computer.',
    nextStep: "Immettere solo il nome host o l'indirizzo, senza porta.",
  },
  'reread-command-not-absolute': {
    sentence: 'Il programma del comando di rilettura non è indicato con il percorso completo.',
    nextStep: 'Immettere il programma con il percorso completo nella prima riga.',
  },
  'reread-not-started': {
    sentence:
      'Impossibile avviare il comando di rilettura di {name}. La nuova licenza è comunque installata.',
    nextStep: "Verificare che il programma esista e che l'account di Print ORS Service possa eseguirlo.",
  },
  'reread-failed': {
    sentence:
      'Il comando di rilettura di {name} è terminato con il codice {exitCode}. La nuova licenza è comunque installata.',
    nextStep: 'Provare il comando manualmente o far rileggere il file di licenza al server di licenza.',
  },
  'reread-timed-out': {
    sentence:
      'Il comando di rilettura di {name} non è terminato entro 30 secondi. La nuova licenza è comunque installata.',
    nextStep: 'Provare il comando manualmente o far rileggere il file di licenza al server di licenza.',
  },
};
