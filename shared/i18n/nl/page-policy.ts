export const pagePolicy = {
  named: 'het beleid van {by}',
  organisation: 'het beleid van uw organisatie',
  locked: 'Vastgelegd door {owner}. U kunt dit hier niet wijzigen.',
  ignored: 'Er is een beleid, maar het is niet van kracht',
};
