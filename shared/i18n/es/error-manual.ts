export const errorManual = {
  'licence-package-missing': {
    sentence:
      'Aún no hay ningún paquete de licencia, por lo que no hay ningún archivo de licencia que guardar.',
    nextStep: 'Conéctese al back office o importe el paquete de licencia que ha recibido.',
  },
  'serial-number-missing': {
    sentence: 'Aún no se conoce el número de serie, por lo que no se puede solicitar ninguna licencia.',
    nextStep:
      'Coloque el primer archivo de licencia en la carpeta de licencia; el número de serie se lee de él.',
  },
  'backup-missing': {
    sentence: 'Este archivo de licencia anterior ya no se conserva.',
    nextStep: 'Elija otro del historial.',
  },
  'backup-unusable': {
    sentence: 'Este archivo de licencia anterior está dañado o se ha modificado desde que se conservó.',
    nextStep: 'Elija otro del historial.',
  },
  'file-not-saved': {
    sentence: 'No se ha podido guardar el archivo {file}.',
    nextStep: 'Elija un lugar en el que pueda escribir y en el que haya espacio.',
  },
  'file-exists': {
    sentence: 'Ya existe un archivo llamado {file}; se ha dejado como está.',
    nextStep: 'Elija otro nombre o añada --force para reemplazarlo.',
  },
};
