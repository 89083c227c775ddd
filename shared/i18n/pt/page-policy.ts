export const pagePolicy = {
  named: 'a política de {by}',
  organisation: 'a política da organização',
  locked: 'Fixado segundo {owner}. Não pode ser alterado aqui.',
  ignored: 'Existe uma política, mas não está em vigor',
};
