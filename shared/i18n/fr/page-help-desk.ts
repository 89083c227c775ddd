export const pageHelpDesk = {
  numbers: 'Saisissez un numéro pour accéder à son contrôle. F2 ou Échap masque les numéros.',
};
