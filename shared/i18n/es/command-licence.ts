export const commandLicence = {
  exported: 'El archivo de licencia {sequence} se ha guardado como {file}',
  requested:
    'La solicitud para {serialNumber}, que tiene la licencia {sequence}, se ha guardado como {file} con la referencia {reference}. Llévela a su organización de servicio; instale lo que reciba con: remote-service licence install FILE',
  noReason: 'solicitado en la línea de comandos',
  recordWhole: 'El registro de actividad está íntegro: {count} entradas.',
  recordBroken:
    'El registro de actividad se ha modificado o está incompleto: la entrada {number} es la primera que no coincide con lo escrito antes. Expórtelo y llame al centro de asistencia.',
};
