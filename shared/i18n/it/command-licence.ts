export const commandLicence = {
  exported: 'Il file di licenza {sequence} è stato salvato come {file}',
  requested:
    "La richiesta per {serialNumber}, che possiede la licenza {sequence}, è stata salvata come {file} con il riferimento {reference}. Consegnarla all'organizzazione di servizio; installare il file ricevuto con: remote-service licence install FILE",
  noReason: 'richiesto dalla riga di comando',
  recordWhole: 'Il registro delle attività è integro: {count} voci.',
  recordBroken:
    "Il registro delle attività è stato modificato o è incompleto: la voce {number} è la prima che non corrisponde a quanto scritto prima. Esportarlo e chiamare l'help desk.",
};
