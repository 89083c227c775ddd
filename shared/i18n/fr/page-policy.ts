export const pagePolicy = {
  named: 'la stratégie définie par {by}',
  organisation: 'la stratégie de votre organisation',
  locked: 'Fixé par {owner}. Ne peut pas être modifié ici.',
  ignored: "Une stratégie est présente, mais elle n'est pas en vigueur",
};
