export const commandLicence = {
  exported: 'O ficheiro de licença {sequence} foi guardado como {file}',
  requested:
    'O pedido para {serialNumber}, que tem a licença {sequence}, foi guardado como {file} com a referência {reference}. Levá-lo à organização de assistência; instalar o que for devolvido com: remote-service licence install FILE',
  noReason: 'pedido na linha de comandos',
  recordWhole: 'O registo de atividade está completo: {count} entradas.',
  recordBroken:
    'O registo de atividade foi alterado ou está incompleto: a entrada {number} é a primeira que não corresponde ao que foi escrito antes. Exportar o registo e contactar o suporte técnico.',
};
