export const pageAccess = {
  look: {
    title: 'U mag bekijken, niet wijzigen',
    text: 'Om instellingen te wijzigen en opdrachten te geven, vraagt u de beheerder van deze computer uw account aan de groep {group} toe te voegen. Meld u daarna af en weer aan.',
  },
  nothing: {
    title: 'Uw account mag deze installatie niet bekijken',
    text: 'Print ORS Service antwoordt alleen op leden van de groep {group}. Vraag de beheerder van deze computer uw account eraan toe te voegen. Meld u daarna af en weer aan.',
  },
};
