export const pageHelpDesk = {
  numbers:
    'Geben Sie eine Nummer ein, um zum Bedienelement zu gelangen. F2 oder Esc blendet die Nummern aus.',
};
