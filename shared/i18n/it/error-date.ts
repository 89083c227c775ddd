export const errorDate = {
  'licence-without-dates': {
    sentence: 'La licenza non indica né una data di scadenza né la fine del periodo di manutenzione.',
    nextStep: 'Nessuna azione necessaria: non esiste alcuna data da ricordare.',
  },
  'licence-expires-soon': {
    sentence: "La licenza scade a breve; l'ultimo giorno è {day}.",
    nextStep:
      "Chiedere all'organizzazione di servizio di estenderla. La nuova licenza viene installata automaticamente.",
  },
  'licence-expired': {
    sentence: "La licenza è scaduta; l'ultimo giorno era {day}.",
    nextStep:
      "Chiedere all'organizzazione di servizio di estenderla. La nuova licenza viene installata automaticamente.",
  },
  'maintenance-ends-soon': {
    sentence: "Il periodo di manutenzione termina a breve; l'ultimo giorno è {day}.",
    nextStep: "L'organizzazione di servizio può estenderlo; è necessario per gli aggiornamenti software.",
  },
  'maintenance-ended': {
    sentence: "Il periodo di manutenzione è terminato; l'ultimo giorno era {day}.",
    nextStep: "L'organizzazione di servizio può estenderlo; è necessario per gli aggiornamenti software.",
  },
};
