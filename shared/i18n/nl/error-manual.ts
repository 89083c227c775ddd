export const errorManual = {
  'licence-package-missing': {
    sentence: 'Er is nog geen licentiepakket en dus geen licentiebestand om op te slaan.',
    nextStep: 'Maak verbinding met de backoffice of importeer het licentiepakket dat u hebt gekregen.',
  },
  'serial-number-missing': {
    sentence: 'Het serienummer is nog niet bekend, daarom kan geen licentie worden aangevraagd.',
    nextStep: 'Plaats het eerste licentiebestand in de licentiemap; daaruit wordt het serienummer gelezen.',
  },
  'backup-missing': {
    sentence: 'Dit eerdere licentiebestand wordt niet meer bewaard.',
    nextStep: 'Kies een ander bestand uit de geschiedenis.',
  },
  'backup-unusable': {
    sentence: 'Dit eerdere licentiebestand is beschadigd, of gewijzigd sinds het is bewaard.',
    nextStep: 'Kies een ander bestand uit de geschiedenis.',
  },
  'file-not-saved': {
    sentence: 'Het bestand {file} kon niet worden opgeslagen.',
    nextStep: 'Kies een plaats waar u mag schrijven en waar ruimte is.',
  },
  'file-exists': {
    sentence: 'Er is al een bestand met de naam {file}; het is zo gelaten.',
    nextStep: 'Kies een andere naam, of voeg --force toe om het te vervangen.',
  },
};
