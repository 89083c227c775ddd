export const pageHelpDesk = {
  numbers: 'Escrever um número para ir para o respetivo elemento. F2 ou Esc oculta os números.',
};
