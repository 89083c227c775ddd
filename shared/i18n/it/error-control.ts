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
  'account-unknown': {
    sentence: "L'account non esiste.",
    nextStep:
      'Verificare il dominio e il nome utente. Gli account di un dominio sono noti solo se il relativo server è raggiungibile.',
  },
  'account-administrator': {
    sentence: "L'account dell'amministratore non deve eseguire Print ORS Service.",
    nextStep: 'Scegliere un account che abbia solo i diritti necessari per le cartelle delle licenze.',
  },
  'account-password-wrong': {
    sentence: 'La password non è quella di questo account, quindi non è stato modificato nulla.',
    nextStep:
      'Digitarla di nuovo rispettando maiuscole e minuscole. Dopo più password errate un account può essere bloccato.',
  },
  'account-no-service-logon': {
    sentence:
      'Questo account non può accedere come servizio su questo computer, quindi non è stato modificato nulla.',
    nextStep:
      "Far assegnare all'account da un amministratore il diritto «Accesso come servizio» nei criteri di sicurezza locali e verificare che non sia disabilitato, scaduto o bloccato.",
  },
  'account-change-failed': {
    sentence:
      'Print ORS Service non si è avviato con questo account, quindi è di nuovo in esecuzione con quello precedente.',
    nextStep:
      "Verificare che l'account possa accedere come servizio e usare le cartelle dei server di licenza, quindi riprovare.",
  },
  'account-not-restored': {
    sentence:
      'Print ORS Service non si è avviato né con questo account né con quello precedente, la cui password non viene rivelata da Windows.',
    nextStep: "Scegliere di nuovo l'account precedente e digitarne la password.",
  },
};
