export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: 'Dit is geen poort van een licentieserver.',
    nextStep:
      'Voer één poort in, bijvoorbeeld 27000, of een bereik zoals 27000-27009; laat dit leeg voor elke poort.',
  },
  'licence-host-invalid': {
    sentence: 'Dit is niet de naam van een computer.',
    nextStep: 'Voer alleen de hostnaam of het adres in, zonder poort.',
  },
  'reread-command-not-absolute': {
    sentence: 'Het programma van de opdracht voor opnieuw lezen is niet met het volledige pad opgegeven.',
    nextStep: 'Voer op de eerste regel het programma met zijn volledige pad in.',
  },
  'reread-not-started': {
    sentence:
      'De opdracht voor opnieuw lezen van {name} kon niet worden gestart. De nieuwe licentie is wel geïnstalleerd.',
    nextStep:
      'Controleer of het programma bestaat en of het account van Print ORS Service het mag uitvoeren.',
  },
  'reread-failed': {
    sentence:
      'De opdracht voor opnieuw lezen van {name} is geëindigd met code {exitCode}. De nieuwe licentie is wel geïnstalleerd.',
    nextStep: 'Probeer de opdracht zelf, of laat de licentieserver zijn licentiebestand opnieuw lezen.',
  },
  'reread-timed-out': {
    sentence:
      'De opdracht voor opnieuw lezen van {name} is niet binnen 30 seconden vanzelf geëindigd. De nieuwe licentie is wel geïnstalleerd.',
    nextStep: 'Probeer de opdracht zelf, of laat de licentieserver zijn licentiebestand opnieuw lezen.',
  },
};
