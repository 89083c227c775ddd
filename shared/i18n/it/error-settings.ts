export const errorSettings = {
  'settings-broken': {
    sentence:
      'Il file delle impostazioni non è leggibile. È stato conservato e sono in vigore le impostazioni predefinite.',
    nextStep: 'Controllare le impostazioni e salvarle.',
  },
  'settings-newer': {
    sentence:
      'Il file delle impostazioni è stato creato da una versione più recente del programma. È stato conservato e sono in vigore le impostazioni predefinite.',
    nextStep: 'Aggiornare il programma o immettere di nuovo le impostazioni.',
  },
  'settings-changed-meanwhile': {
    sentence: 'Nel frattempo le impostazioni sono state modificate altrove.',
    nextStep: 'Controllare le impostazioni attuali, poi modificarle di nuovo.',
  },
  'settings-locked': {
    sentence: 'Un altro programma sta salvando le impostazioni.',
    nextStep: 'Attendere qualche istante e salvare di nuovo.',
  },
  'settings-not-writable': {
    sentence: 'Impossibile salvare il file; i dati salvati in precedenza sono invariati.',
    nextStep: 'Verificare che sul disco vi sia spazio e che la scrittura sia consentita.',
  },
  'settings-invalid': {
    sentence: 'Le impostazioni contengono un errore e non sono state salvate.',
    nextStep: 'Correggere i campi indicati e salvare di nuovo.',
  },
  'setting-locked': {
    sentence: "Questa impostazione è fissata dai criteri dell'organizzazione. {by}",
    nextStep: 'Rivolgersi a chi è responsabile dei criteri.',
  },
  'policy-untrusted': {
    sentence: 'I criteri {file} vengono ignorati, perché non sono affidabili ({why}).',
    nextStep:
      'Chiedere a un amministratore di fare in modo che il file e la sua cartella appartengano a root o agli amministratori, che nessun altro possa scriverli e che tutti possano leggere il file.',
  },
  'policy-invalid': {
    sentence: 'I criteri {file} vengono ignorati, perché contengono un errore in {detail}.',
    nextStep:
      'Chiedere a un amministratore di correggerli. La loro forma è mostrata da: remote-service schema policy',
  },
  'setting-unknown': {
    sentence: "Non esiste un'impostazione con il nome {key}.",
    nextStep: 'Elencare i nomi con: settings get',
  },
  'setting-not-available': {
    sentence: 'Questa versione del programma non offre questa impostazione.',
    nextStep: "Scegliere un'altra impostazione.",
  },
  'setting-value-wrong': {
    sentence: 'Questo valore non è adatto a {key}.',
    nextStep:
      "Indicare true o false, un numero, una delle parole ammesse oppure JSON per un elenco, come richiesto dall'impostazione.",
  },
  'setting-required': {
    sentence: 'Questo campo è obbligatorio.',
    nextStep: 'Immettere un valore.',
  },
  'setting-too-long': {
    sentence: 'Il valore è troppo lungo.',
    nextStep: 'Immettere al massimo {max} caratteri.',
  },
  'setting-characters': {
    sentence: 'Il valore contiene caratteri non utilizzabili.',
    nextStep: 'Immetterlo di nuovo a mano; la copia può introdurre caratteri invisibili.',
  },
  'proxy-url-invalid': {
    sentence: "Questo non è l'indirizzo di un server proxy.",
    nextStep: 'Immettere il nome host e la porta, ad esempio proxy.esempio.com:8080',
  },
  'proxy-url-required': {
    sentence: "Manca l'indirizzo del server proxy.",
    nextStep: 'Immettere il nome host e la porta, ad esempio proxy.esempio.com:8080',
  },
  'proxy-user-name-required': {
    sentence: 'Manca il nome utente proxy.',
    nextStep: 'Immettere il nome utente per il server proxy oppure disattivare Autenticazione server proxy.',
  },
  'proxy-password-required': {
    sentence: 'Manca la password proxy.',
    nextStep: 'Immettere la password per il server proxy oppure disattivare Autenticazione server proxy.',
  },
  'proxy-detect-with-assistance': {
    sentence:
      "L'assistenza remota non funziona con le impostazioni del server proxy rilevate automaticamente.",
    nextStep: "Scegliere Nessun server proxy o Usa server proxy, oppure non consentire l'assistenza remota.",
  },
  'certificate-unreadable': {
    sentence: 'Questo non è un certificato.',
    nextStep:
      "Scegliere un file con un certificato dell'organizzazione (PEM o DER); l'amministratore di rete lo possiede.",
  },
  'certificate-no-authority': {
    sentence: 'Il certificato {name} appartiene a un singolo server e non può garantire per altri.',
    nextStep: "Scegliere il certificato dell'autorità di certificazione che lo ha emesso.",
  },
  'certificate-out-of-date': {
    sentence: 'Il certificato {name} non è valido in questo momento.',
    nextStep:
      "Chiedere all'amministratore di rete il certificato attuale e controllare l'orologio di questo computer.",
  },
  'licence-path-required': {
    sentence: 'Manca il percorso di licenza.',
    nextStep: 'Scegliere la cartella che contiene il file di licenza.',
  },
  'licence-path-not-absolute': {
    sentence: 'Il percorso di licenza non è completo.',
    nextStep: 'Immettere il percorso completo, dalla radice.',
  },
  'licence-server-name-taken': {
    sentence: 'Un altro server di licenza ha questo nome.',
    nextStep: 'Immettere un altro nome.',
  },
  'licence-server-path-taken': {
    sentence: 'Un altro server di licenza utilizza questa cartella.',
    nextStep: "Scegliere un'altra cartella.",
  },
  'licence-server-unknown': {
    sentence: 'Questo server di licenza non è presente nelle impostazioni salvate.',
    nextStep: 'Salvare prima le impostazioni.',
  },
  'licence-file-name-invalid': {
    sentence: 'Questo nome di file non è utilizzabile.',
    nextStep: 'Utilizzare solo lettere, cifre, punti e trattini.',
  },
  'settings-document-unusable': {
    sentence: 'Il file non contiene impostazioni importabili: {detail}.',
    nextStep: 'Esportare di nuovo le impostazioni o correggere il file. Non è stato modificato nulla.',
  },
  'secret-from-stdin': {
    sentence: 'Un dato segreto non viene accettato dalla riga di comando, dove altri potrebbero leggerlo.',
    nextStep: 'Indicare un trattino come valore e inviare il dato segreto allo standard input.',
  },
  'command-unknown': {
    sentence: 'Non esiste il comando {command}.',
    nextStep: 'Elencare i comandi con: --help',
  },
  'usage-wrong': {
    sentence: 'Il comando non è corretto: {detail}',
    nextStep: "Consultarne l'uso con: --help",
  },
  'file-unreadable': {
    sentence: 'Impossibile leggere il file {file}.',
    nextStep: 'Controllare il nome del file e i diritti di lettura.',
  },
  'vendor-profile-invalid': {
    sentence: 'Il profilo del fornitore non è utilizzabile: {detail}',
    nextStep: "Installare di nuovo il programma o informare l'assistenza.",
  },
  'data-folder-unsafe': {
    sentence: 'Altri possono modificare la cartella dei dati {folder}: il programma non viene avviato.',
    nextStep: 'Rimuovere i diritti di altri sulla cartella, poi riavviare.',
  },
  'data-folder-unusable': {
    sentence: 'La cartella dei dati {folder} non è utilizzabile.',
    nextStep: 'Verificare che la cartella sia scrivibile e che sul disco vi sia spazio.',
  },
  'certificate-checks-off': {
    sentence: "L'ambiente disattiva il controllo dei certificati: il servizio non viene avviato.",
    nextStep: "Rimuovere NODE_TLS_REJECT_UNAUTHORIZED dall'ambiente.",
  },
  'switch-refused': {
    sentence: 'Il programma non viene avviato con --{name}, perché ne toglie le protezioni.',
    nextStep:
      "Avviarlo senza. Se lo segnala un'AppImage, il sistema non consente la sandbox: installare il pacchetto deb o rpm.",
  },
};
