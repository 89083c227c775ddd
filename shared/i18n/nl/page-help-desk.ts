export const pageHelpDesk = {
  numbers: 'Typ een nummer om naar het bijbehorende element te gaan. Met F2 of Esc verbergt u de nummers.',
};
