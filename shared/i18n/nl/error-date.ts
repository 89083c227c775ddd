export const errorDate = {
  'licence-without-dates': {
    sentence: 'De licentie vermeldt geen vervaldatum en geen einddatum van het onderhoud.',
    nextStep: 'U hoeft niets te doen: er is geen datum om te onthouden.',
  },
  'licence-expires-soon': {
    sentence: 'De licentie verloopt binnenkort; de laatste dag is {day}.',
    nextStep:
      'Vraag uw serviceorganisatie de licentie te verlengen. De nieuwe licentie wordt automatisch geïnstalleerd.',
  },
  'licence-expired': {
    sentence: 'De licentie is verlopen; de laatste dag was {day}.',
    nextStep:
      'Vraag uw serviceorganisatie de licentie te verlengen. De nieuwe licentie wordt automatisch geïnstalleerd.',
  },
  'maintenance-ends-soon': {
    sentence: 'De onderhoudsperiode eindigt binnenkort; de laatste dag is {day}.',
    nextStep: 'Uw serviceorganisatie kan die verlengen; software-updates hebben een geldige periode nodig.',
  },
  'maintenance-ended': {
    sentence: 'De onderhoudsperiode is geëindigd; de laatste dag was {day}.',
    nextStep: 'Uw serviceorganisatie kan die verlengen; software-updates hebben een geldige periode nodig.',
  },
};
