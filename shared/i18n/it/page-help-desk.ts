export const pageHelpDesk = {
  numbers: 'Digitare un numero per passare al controllo. F2 o Esc nasconde i numeri.',
};
