const nextStep = 'Vraag de serviceorganisatie het licentiebestand opnieuw te sturen.';

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'Regel {line} van het licentiebestand bevat bytes die geen tekst zijn.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: 'Regel {line} van het licentiebestand gaat verder, maar het bestand eindigt daar.',
    nextStep,
  },
  'flexnet-quote-open': {
    sentence:
      'Regel {line} van het licentiebestand heeft een aanhalingsteken openen zonder aanhalingsteken sluiten.',
    nextStep,
  },
  'flexnet-fields-missing': {
    sentence: 'In regel {line} van het licentiebestand ontbreken waarden: {word}',
    nextStep,
  },
  'flexnet-date-invalid': {
    sentence: 'Regel {line} van het licentiebestand vermeldt een dag die niet bestaat: {word}',
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: 'Regel {line} van het licentiebestand vermeldt geen bruikbaar aantal licenties: {word}',
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: 'Regel {line} van het licentiebestand vermeldt een server zonder host-ID: {word}',
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: 'Regel {line} van het licentiebestand vermeldt een poort die niet bestaat: {word}',
    nextStep,
  },
  'flexnet-server-count': {
    sentence:
      'Regel {line} van het licentiebestand: er zijn {word} servers, maar het kunnen er alleen één of drie zijn.',
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      'Regel {line} van het licentiebestand telt licenties van {word}, maar geen SERVER-regel vermeldt wie ze verdeelt.',
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence:
      'Regel {line} van het licentiebestand heeft de leveranciersdaemon {word} nodig, maar geen VENDOR-regel vermeldt die.',
    nextStep,
  },
  'flexnet-no-features': { sentence: 'Het licentiebestand vermeldt geen functies.', nextStep },
};
