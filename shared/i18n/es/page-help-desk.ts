export const pageHelpDesk = {
  numbers: 'Escriba un número para ir a su control. F2 o Esc oculta los números.',
};
