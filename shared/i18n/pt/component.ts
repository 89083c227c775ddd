export const component = {
  field: { locked: 'Definido segundo {by}. Não pode ser alterado aqui.' },
  secret: {
    show: 'Mostrar',
    hide: 'Ocultar',
    stored: 'Definido. Escrever para substituir',
    neverShown: 'O valor definido nunca é mostrado. Escrever um novo valor para o ver.',
    empty: 'Ainda não há nada para mostrar.',
  },
  saveBar: {
    save: 'Guardar',
    cancel: 'Cancelar',
    unchanged: 'Ainda nada foi alterado.',
    check: 'Ainda nada foi guardado. Verificar:',
  },
  table: { actions: 'Ações' },
  dialog: { close: 'Fechar', cancel: 'Cancelar' },
  banner: { dismiss: 'Fechar esta mensagem' },
  skeleton: { loading: 'A carregar' },
  copy: { copied: 'Copiado', refused: 'Não foi possível copiar. Selecionar o texto e copiá-lo manualmente.' },
  pageHeader: { place: 'Posição na estrutura' },
  step: { done: 'Concluído', current: 'Próximo passo', waiting: 'Aguarda os passos anteriores' },
};
