export const errorControl = {
  'service-not-installed': {
    sentence: 'Print ORS Service non è installato su questo computer.',
    nextStep: "Installare di nuovo il programma o rivolgersi all'amministratore del computer.",
  },
  'service-disabled': {
    sentence: 'Print ORS Service è disabilitato su questo computer, quindi non può essere avviato.',
    nextStep: "Chiedere all'amministratore del computer di abilitare il servizio.",
  },
  'service-control-failed': {
    sentence: 'Print ORS Service non ha eseguito quanto richiesto.',
    nextStep:
      "Vedere in Servizi come è terminata l'ultima esecuzione. Se il problema persiste, chiamare l'help desk.",
  },
  'service-manager-silent': {
    sentence: 'Il gestore dei servizi di questo computer non risponde.',
    nextStep: 'Riprovare tra poco. Se il problema persiste, riavviare il computer.',
  },
  'elevation-needed': {
    sentence:
      'Da questo account solo un amministratore del computer può avviare o arrestare Print ORS Service.',
    nextStep: 'Rivolgersi a un amministratore o farsi aggiungere al gruppo degli operatori.',
  },
  'elevation-refused': {
    sentence: 'Il sistema non ha concesso il permesso, quindi non è stato modificato nulla.',
    nextStep: 'Riprovare con il nome e la password di un amministratore del computer.',
  },
};
