export const errorLicence = {
  'path-missing': {
    sentence: 'La cartella della licenza non esiste.',
    nextStep: 'Controllare il percorso di licenza o creare la cartella.',
  },
  'not-a-folder': {
    sentence: 'Il percorso di licenza non è una cartella.',
    nextStep: 'Immettere la cartella che contiene il file di licenza.',
  },
  'access-denied': {
    sentence: "L'account che esegue Print ORS Service non può utilizzare la cartella della licenza.",
    nextStep: 'Assegnare a tale account i diritti Modifica, Lettura e Scrittura sulla cartella.',
  },
  'read-only': {
    sentence: 'La cartella della licenza è di sola lettura.',
    nextStep: "Rendere scrivibile la cartella o sceglierne un'altra.",
  },
  'disk-full': {
    sentence: 'Lo spazio nella cartella della licenza è esaurito.',
    nextStep: 'Liberare spazio; la licenza viene poi installata automaticamente.',
  },
  'share-unreachable': {
    sentence: 'Impossibile leggere o scrivere la cartella della licenza.',
    nextStep: "Controllare il disco o l'unità di rete su cui si trova la cartella.",
  },
  'timed-out': {
    sentence: 'La cartella della licenza non risponde.',
    nextStep: "Controllare il disco o l'unità di rete su cui si trova la cartella.",
  },
  'file-in-use': {
    sentence: 'Il file di licenza è utilizzato da un altro programma.',
    nextStep: 'Chiudere il programma che utilizza il file; il tentativo viene ripetuto automaticamente.',
  },
  'verify-failed': {
    sentence:
      'Il file di licenza riletto non corrisponde a quello scritto; è stato ripristinato il precedente.',
    nextStep: 'Controllare il disco su cui si trova la cartella.',
  },
  'link-in-the-way': {
    sentence: 'Al posto del file di licenza si trova un collegamento, che non è stato seguito.',
    nextStep: 'Sostituire il collegamento con il file effettivo.',
  },
  'unknown-content': {
    sentence:
      'Il file di licenza è stato modificato da altri durante un aggiornamento ed è stato lasciato invariato.',
    nextStep: 'Controllare il file di licenza, poi scegliere Riprova.',
  },
  'licence-file-missing': {
    sentence: 'La cartella della licenza non contiene ancora un file di licenza.',
    nextStep: 'Copiare il primo file di licenza nella cartella.',
  },
  'licence-file-unreadable': {
    sentence: 'Il file di licenza non è leggibile da questo programma.',
    nextStep: 'Verificare che si tratti del file di licenza FlexNet del prodotto.',
  },
  'too-large': {
    sentence: 'Il file è più grande di quanto possa essere una licenza.',
    nextStep: "Chiedere all'organizzazione di servizio di inviare di nuovo la licenza.",
  },
  malformed: {
    sentence: 'Il file non è un pacchetto di licenza.',
    nextStep: "Chiedere all'organizzazione di servizio di inviare di nuovo la licenza.",
  },
  'header-not-allowed': {
    sentence: "Il pacchetto di licenza contiene un'intestazione non consentita.",
    nextStep: "Informare l'organizzazione di servizio.",
  },
  'wrong-type': {
    sentence: 'Il file è firmato, ma è un documento di altro tipo.',
    nextStep: 'Scegliere il pacchetto di licenza.',
  },
  'unknown-key': {
    sentence: 'La licenza è firmata con una chiave sconosciuta a questo programma.',
    nextStep: "Verificare che la licenza provenga dall'organizzazione di servizio.",
  },
  'key-revoked': {
    sentence: 'La licenza è firmata con una chiave non più valida.',
    nextStep: "Chiedere all'organizzazione di servizio una nuova licenza.",
  },
  'key-role': {
    sentence: 'La licenza è firmata con una chiave non destinata alle licenze.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  algorithm: {
    sentence: 'La licenza è firmata con un metodo non accettato.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  signature: {
    sentence: 'La firma della licenza non è corretta; il file è stato modificato o danneggiato.',
    nextStep: "Chiedere all'organizzazione di servizio di inviare di nuovo la licenza.",
  },
  'not-json': {
    sentence: 'Il contenuto della licenza non è leggibile.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  schema: {
    sentence: 'Il contenuto della licenza non è conforme.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  'newer-format': {
    sentence: 'La licenza è stata creata per una versione più recente del programma.',
    nextStep: 'Aggiornare il programma.',
  },
  'wrong-product': {
    sentence: 'La licenza è destinata a un altro prodotto.',
    nextStep: "Chiedere all'organizzazione di servizio la licenza corretta.",
  },
  'wrong-serial-number': {
    sentence: 'La licenza è destinata a un altro numero di serie.',
    nextStep: "Chiedere all'organizzazione di servizio la licenza di questa installazione.",
  },
  'wrong-host': {
    sentence: 'La licenza è associata a un altro server di licenza.',
    nextStep: "Chiedere all'organizzazione di servizio una licenza per questo server di licenza.",
  },
  'issued-in-future': {
    sentence: 'La data di emissione della licenza è nel futuro.',
    nextStep: "Controllare la data e l'ora di questo computer.",
  },
  replayed: {
    sentence: 'La licenza è precedente a quella installata.',
    nextStep: 'Non è richiesto alcun intervento: la licenza installata rimane.',
  },
  conflicting: {
    sentence: 'Esistono due licenze diverse con lo stesso numero.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  implausible: {
    sentence: 'Il numero della licenza è troppo superiore a quello della licenza installata.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  expired: {
    sentence: 'La licenza è scaduta, mentre quella installata è ancora valida.',
    nextStep: "Chiedere all'organizzazione di servizio una licenza valida.",
  },
  nonce: {
    sentence: 'Il back office ha risposto con una prova non recente.',
    nextStep: 'Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente.',
  },
  stale: {
    sentence: 'La prova del back office non è più attuale.',
    nextStep: "Controllare la data e l'ora di questo computer. Il tentativo viene ripetuto automaticamente.",
  },
  threshold: {
    sentence: 'Il set di chiavi non è firmato da un numero sufficiente di chiavi radice del fornitore.',
    nextStep: "Informare l'organizzazione di servizio.",
  },
  'index-mismatch': {
    sentence: 'La licenza ricevuta non corrisponde a quella annunciata dal back office.',
    nextStep: 'Non è richiesto alcun intervento: il tentativo viene ripetuto automaticamente.',
  },
  'maintenance-unknown': {
    sentence: 'Nessuna licenza firmata indica fino a quando dura la manutenzione.',
    nextStep: 'Connettersi al back office o installare un pacchetto di licenza.',
  },
  'no-licence': {
    sentence: "L'organizzazione di servizio non dispone ancora di una licenza per questa installazione.",
    nextStep: 'Non è richiesto alcun intervento: viene installata automaticamente appena disponibile.',
  },
  'no-licence-server': {
    sentence: 'Nessun server di licenza configurato.',
    nextStep: 'Aggiungere un server di licenza in Sistema, Connettività, Remote Service.',
  },
};
