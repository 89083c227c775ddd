export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'Questa richiesta o sessione è terminata.',
    nextStep: "Chiedere all'help desk di inviare una nuova richiesta.",
  },
  'assistance-grant-invalid': {
    sentence: 'Non è stato avviato nulla, perché il consenso non è più valido.',
    nextStep: "Chiedere all'help desk di inviare una nuova richiesta.",
  },
  'assistance-not-recorded': {
    sentence: 'Non è stato consentito nulla, perché non è stato possibile registrarlo.',
    nextStep:
      "Verificare che sul disco vi sia spazio, quindi chiedere all'help desk di inviare una nuova richiesta.",
  },
  'client-not-found': {
    sentence: 'Il programma di assistenza remota non è stato trovato su questo computer.',
    nextStep: "Installare TeamViewer o il programma indicato dall'organizzazione di servizio.",
  },
  'client-unsafe': {
    sentence:
      'Il programma di assistenza remota si trova dove altri utenti potrebbero averlo messo, quindi non viene avviato.',
    nextStep: 'Installarlo come amministratore, nella cartella consueta.',
  },
  'client-too-old': {
    sentence: 'Il programma di assistenza remota è troppo vecchio, quindi non viene avviato.',
    nextStep: 'Aggiornarlo.',
  },
  'client-version-unknown': {
    sentence: 'La versione del programma di assistenza remota non è riconoscibile, quindi non viene avviato.',
    nextStep: 'Installarlo dal pacchetto del produttore.',
  },
  'client-not-started': {
    sentence: 'Impossibile avviare il programma di assistenza remota.',
    nextStep:
      "Avviarlo manualmente per vedere il problema, quindi chiedere all'help desk di inviare una nuova richiesta.",
  },
  'client-not-set-up': {
    sentence: 'RustDesk non ha ancora un ID oppure accetta sessioni senza un clic su questo computer.',
    nextStep: 'Avviare RustDesk e impostare che le sessioni siano accettate solo con un clic.',
  },
};
