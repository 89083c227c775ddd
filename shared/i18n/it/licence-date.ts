export const licenceDate = {
  save: 'Salva le date per il calendario',
  saved: 'Salvato come {file}',
  fileName: 'date-licenza.ics',
  calendar: {
    expiry: '{product}: la licenza scade',
    maintenance: '{product}: il periodo di manutenzione termina',
    description: "{day} è l'ultimo giorno, in UTC. Numero di serie {serialNumber}. {text}",
  },
  expiry: {
    ahead: 'La licenza scade il {day}, {when}',
    today: 'La licenza scade oggi: {day} è il suo ultimo giorno',
    past: 'La licenza è scaduta: {day} era il suo ultimo giorno',
    text: "Chiedere all'organizzazione di servizio di estenderla. La nuova licenza viene installata automaticamente.",
  },
  maintenance: {
    ahead: 'Il periodo di manutenzione termina il {day}, {when}',
    today: 'Il periodo di manutenzione termina oggi: {day} è il suo ultimo giorno',
    past: 'Il periodo di manutenzione è terminato: {day} era il suo ultimo giorno',
    text: "Gli aggiornamenti software richiedono un periodo di manutenzione valido. L'organizzazione di servizio può estenderlo.",
  },
};
