export const errorConnection = {
  'untrusted-sender': {
    sentence: 'La richiesta non proviene da una pagina di questo programma ed è stata rifiutata.',
    nextStep: 'Chiudere il programma e aprirlo di nuovo.',
  },
  'bad-input': {
    sentence: 'La richiesta non è stata compresa.',
    nextStep: 'Controllare i dati immessi e riprovare.',
  },
  internal: {
    sentence: 'Si è verificato un errore interno del programma.',
    nextStep:
      "Riprovare. Se l'errore si ripete, comunicare all'assistenza il riferimento indicato nei dettagli.",
  },
  'page-broken': {
    sentence: 'La finestra ha smesso di funzionare più volte di seguito.',
    nextStep:
      'Riprovare oppure disconnettersi dal computer e accedere di nuovo. Print ORS Service non dipende dalla finestra e continua a funzionare.',
  },
  'not-allowed': {
    sentence: "L'account utente in uso non è autorizzato a eseguire questa operazione.",
    nextStep: 'Chiedere a un membro del gruppo degli operatori di eseguirla.',
  },
  'not-operator': {
    sentence:
      "L'account utente in uso non è membro del gruppo {group}, quindi Print ORS Service non gli risponde.",
    nextStep:
      "Chiedere all'amministratore del computer di aggiungerlo al gruppo, quindi disconnettersi e accedere di nuovo.",
  },
  'service-stopped': {
    sentence: 'Print ORS Service non è in esecuzione.',
    nextStep: 'Avviare Print ORS Service.',
  },
  'service-untrusted': {
    sentence: 'Un altro programma occupa il posto di Print ORS Service: non è stato inviato alcun dato.',
    nextStep:
      "Informare l'amministratore di sistema: la cartella del servizio potrebbe essere stata modificata.",
  },
  'service-version': {
    sentence: 'Il programma e Print ORS Service hanno versioni diverse.',
    nextStep: 'Chiudere il programma e aprirlo di nuovo; se non è sufficiente, installarlo di nuovo.',
  },
  'service-busy': {
    sentence: 'Print ORS Service ha troppe richieste aperte.',
    nextStep: 'Attendere qualche istante e riprovare.',
  },
  'service-already-running': {
    sentence: 'Print ORS Service è già in esecuzione per questa cartella dati.',
    nextStep: 'Usare il servizio in esecuzione oppure arrestarlo prima.',
  },
  'socket-in-the-way': {
    sentence:
      'In {file} si trova un elemento che non appartiene a Print ORS Service, quindi il servizio non si avvia.',
    nextStep: 'Verificare di che cosa si tratta, rimuoverlo e riavviare Print ORS Service.',
  },
  'verification-code-wrong': {
    sentence: "L'organizzazione di servizio non accetta il codice di verifica.",
    nextStep: "Chiedere all'assistenza il codice attuale e immetterlo in Codice di verifica.",
  },
  'registration-blocked': {
    sentence: "L'organizzazione di servizio ha bloccato questa installazione.",
    nextStep: "Chiamare l'assistenza.",
  },
  'organisation-unknown': {
    sentence: "Non esiste un'organizzazione di servizio con questo ID.",
    nextStep: "Controllare l'ID organizzazione di servizio; l'assistenza lo conosce.",
  },
  'serial-number-unknown': {
    sentence: "L'organizzazione di servizio non conosce questo numero di serie.",
    nextStep:
      "Verificare in Sistema, Licenza che sia installata la licenza corretta, poi chiamare l'assistenza.",
  },
  'installation-removed': {
    sentence: "L'organizzazione di servizio ha rimosso questa installazione.",
    nextStep: "Chiamare l'assistenza, poi scegliere Riprova.",
  },
  'registration-ended': {
    sentence: "L'organizzazione di servizio ha terminato la registrazione di questa installazione.",
    nextStep: "Chiamare l'assistenza, poi scegliere Riprova.",
  },
  'token-refused': {
    sentence: 'Il back office non accetta più questa installazione, nemmeno dopo una nuova registrazione.',
    nextStep: "Chiamare l'assistenza, poi scegliere Riprova.",
  },
  'back-office-name-not-found': {
    sentence: 'Il nome del back office non è stato trovato nella rete.',
    nextStep: 'Controllare la connessione di rete e il server dei nomi di questo computer.',
  },
  'back-office-unreachable': {
    sentence: 'Impossibile raggiungere il back office.',
    nextStep: 'Controllare la connessione di rete. Il tentativo viene ripetuto automaticamente.',
  },
  'back-office-timed-out': {
    sentence: 'Il back office non ha risposto in tempo.',
    nextStep:
      'Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente. Se il problema persiste, controllare la connessione di rete.',
  },
  'back-office-busy': {
    sentence: 'Il back office è occupato e chiede di attendere.',
    nextStep: 'Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente.',
  },
  'back-office-error': {
    sentence: 'Si è verificato un problema nel back office.',
    nextStep:
      "Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente. Se il problema persiste, chiamare l'assistenza.",
  },
  'back-office-forbids': {
    sentence: "Il back office, o qualcosa lungo il percorso, non consente l'accesso a questo computer.",
    nextStep:
      "Il tentativo viene ripetuto automaticamente. Se il problema persiste, rivolgersi all'amministratore di rete, poi chiamare l'assistenza.",
  },
  'back-office-not-there': {
    sentence: "All'indirizzo del back office risponde un server, ma non vi si trova alcun back office.",
    nextStep: "Il tentativo viene ripetuto automaticamente. Se il problema persiste, chiamare l'assistenza.",
  },
  'back-office-address-refused': {
    sentence: "L'indirizzo del back office non è sicuro.",
    nextStep: "Informare l'assistenza: il profilo del fornitore richiede un indirizzo https.",
  },
  'answer-too-large': {
    sentence: 'Il back office ha inviato più dati del consentito: la risposta è stata scartata.',
    nextStep:
      "Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente. Se il problema persiste, chiamare l'assistenza.",
  },
  'answer-too-slow': {
    sentence: 'La risposta del back office è stata troppo lenta.',
    nextStep: 'Controllare la connessione di rete. Il tentativo viene ripetuto automaticamente.',
  },
  'answer-unusable': {
    sentence: 'La risposta del back office non è utilizzabile.',
    nextStep:
      "Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente. Se il problema persiste, chiamare l'assistenza.",
  },
  'sign-in-page': {
    sentence: 'Al posto del back office ha risposto una pagina di accesso della rete.',
    nextStep: 'Aprire un browser su questo computer, accedere alla rete, poi scegliere Riprova.',
  },
  'redirect-refused': {
    sentence:
      'Il back office, o un dispositivo intermedio, ha rinviato a un altro indirizzo, che non è stato seguito.',
    nextStep: "Informare l'amministratore di rete o l'assistenza.",
  },
  'certificate-untrusted': {
    sentence: 'Il certificato del back office non è attendibile (emesso da {issuer}).',
    nextStep:
      "Chiedere all'amministratore di rete se le connessioni vengono ispezionate e chiamare l'assistenza.",
  },
  'certificate-expired': {
    sentence: 'Il certificato del back office è scaduto o non è ancora valido.',
    nextStep: "Controllare la data e l'ora di questo computer, poi chiamare l'assistenza.",
  },
  'certificate-wrong-name': {
    sentence: 'Il certificato appartiene a un server diverso dal back office.',
    nextStep: "Informare l'amministratore di rete o l'assistenza.",
  },
  'proxy-unreachable': {
    sentence: 'Impossibile raggiungere il server proxy.',
    nextStep: "Controllare l'URL proxy e se il server proxy è in funzione.",
  },
  'proxy-refused': {
    sentence: 'Il server proxy non lascia passare la connessione al back office.',
    nextStep:
      "Chiedere all'amministratore di rete di consentire l'indirizzo del back office; è anche possibile che il server proxy non riesca a raggiungerlo.",
  },
  'proxy-detection-failed': {
    sentence: 'Non è stato possibile rilevare in tempo le impostazioni del server proxy del sistema.',
    nextStep:
      "Lo script proxy della rete potrebbe essere difettoso. Scegliere Usa server proxy e immettere l'URL proxy.",
  },
  'proxy-login-required': {
    sentence: "Il server proxy richiede l'autenticazione.",
    nextStep:
      "Scegliere Usa server proxy, attivare Autenticazione server proxy e immettere le credenziali; l'amministratore di rete le conosce.",
  },
  'proxy-login-refused': {
    sentence: 'Il server proxy ha rifiutato le credenziali.',
    nextStep:
      'È stato fatto un solo tentativo e non verrà ripetuto automaticamente. Controllare Dominio proxy, Nome utente proxy e Password proxy, poi salvare.',
  },
  'keychain-damaged': {
    sentence:
      "L'archivio delle chiavi di Print ORS Service era danneggiato. I suoi file sono stati conservati a parte ed è stato creato un nuovo archivio.",
    nextStep: 'Immettere di nuovo il codice di verifica e, se presente, la password proxy, poi salvare.',
  },
  'keychain-unavailable': {
    sentence: "L'archivio delle chiavi di questo account utente è bloccato o non disponibile.",
    nextStep: "Sbloccare l'archivio delle chiavi (accedere al desktop), poi riprovare.",
  },
  disabled: {
    sentence: 'Remote Service è disattivato.',
    nextStep:
      'Attivare Abilitato in Remote Service e salvare; fino ad allora nessun dato lascia questo computer.',
  },
  'details-missing': {
    sentence: 'Le impostazioni non sono ancora complete, quindi non è stata stabilita alcuna connessione.',
    nextStep: 'Completare i dati mancanti in Remote Service e salvare.',
  },
  'proxy-name-not-found': {
    sentence: 'Il nome del server proxy non è stato trovato nella rete.',
    nextStep: "Controllare l'URL proxy; l'amministratore di rete lo conosce.",
  },
  'proxy-found-no-way': {
    sentence: 'Il server proxy risponde, ma non riesce a sua volta a raggiungere il back office.',
    nextStep: "Chiedere all'amministratore di rete se il server proxy raggiunge Internet e risolve i nomi.",
  },
  'clock-off': {
    sentence: "L'orologio di questo computer è sfasato di circa {minutes} minuti.",
    nextStep: "Impostare la data e l'ora di questo computer, poi verificare di nuovo.",
  },
  'secret-unreadable': {
    sentence: 'Il codice di verifica salvato non può essere aperto su questo computer.',
    nextStep: 'Immettere di nuovo il codice di verifica e salvare.',
  },
};
