export const pageHelpDesk = {
  numbers: 'Type a number to go to its control. F2 or Esc hides the numbers.',
};
