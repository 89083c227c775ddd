export const pagePolicy = {
  named: 'criteri di {by}',
  organisation: 'criteri della propria organizzazione',
  locked: 'Fissato da: {owner}. Non può essere modificato qui.',
  ignored: 'Sono presenti dei criteri, ma non sono in vigore',
};
