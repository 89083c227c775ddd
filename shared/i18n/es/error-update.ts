export const errorUpdate = {
  'update-index-refused': {
    sentence:
      'La lista de versiones de software no ha superado su comprobación ({reason}); se ha pedido dos veces.',
    nextStep: 'No se ha descargado nada. Si persiste, informe al centro de asistencia.',
  },
  'update-hash-mismatch': {
    sentence:
      'La actualización descargada no es la que firmó el proveedor; se ha obtenido dos veces y se ha descartado.',
    nextStep:
      'Pulse «Descargar» para obtenerla una vez más. Si vuelve a fallar, informe al centro de asistencia.',
  },
  'update-too-large': {
    sentence:
      'Se ha recibido más que el tamaño firmado de la actualización; la descarga se ha detenido y descartado.',
    nextStep:
      'Pulse «Descargar» para obtenerla una vez más. Si vuelve a fallar, informe al centro de asistencia.',
  },
  'update-disk-full': {
    sentence: 'No hay suficiente espacio libre para la actualización.',
    nextStep: 'Libere espacio; la descarga continúa entonces automáticamente.',
  },
  'update-folder-unusable': {
    sentence: 'No se ha podido escribir la actualización en la carpeta de descargas de Print ORS Service.',
    nextStep: 'Compruebe el disco de este equipo y después pulse «Descargar».',
  },
  'update-none': {
    sentence: 'No hay ninguna actualización que descargar.',
    nextStep: 'Busque actualizaciones de nuevo más tarde.',
  },
  'update-not-downloaded': {
    sentence: 'La actualización aún no está en este equipo.',
    nextStep: 'Espere a que se haya descargado y comprobado y después instálela.',
  },
  'update-changed': {
    sentence:
      'La actualización descargada se ha modificado después de comprobarla; se ha descartado y se está obteniendo de nuevo.',
    nextStep: 'Espere a que se haya descargado y comprobado de nuevo.',
  },
  'update-installer-unknown': {
    sentence: 'Este equipo no puede iniciar automáticamente este tipo de instalador.',
    nextStep: 'Pregunte al centro de asistencia cómo instalar esta actualización.',
  },
  'update-install-refused': {
    sentence: 'El sistema no ha permitido instalar la actualización.',
    nextStep: 'Pida a un administrador de este equipo que la instale.',
  },
  'update-install-failed': {
    sentence: 'No se ha podido instalar la actualización; se mantiene la versión en uso.',
    nextStep: 'Inténtelo de nuevo. Si vuelve a fallar, informe al centro de asistencia.',
  },
};
