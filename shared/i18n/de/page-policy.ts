export const pagePolicy = {
  named: 'die Richtlinie von {by}',
  organisation: 'die Richtlinie Ihrer Organisation',
  locked: 'Festgelegt durch {owner}. Hier nicht änderbar.',
  ignored: 'Eine Richtlinie ist vorhanden, gilt aber nicht',
};
