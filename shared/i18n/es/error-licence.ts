export const errorLicence = {
  'path-missing': {
    sentence: 'La carpeta de licencia no existe.',
    nextStep: 'Revise la ruta de licencia o cree la carpeta.',
  },
  'not-a-folder': {
    sentence: 'La ruta de licencia no es una carpeta.',
    nextStep: 'Introduzca la carpeta que contiene el archivo de licencia.',
  },
  'access-denied': {
    sentence: 'La cuenta que ejecuta Print ORS Service no puede usar la carpeta de licencia.',
    nextStep: 'Conceda a esa cuenta los permisos Modificar, Lectura y Escritura en la carpeta.',
  },
  'read-only': {
    sentence: 'La carpeta de licencia es de solo lectura.',
    nextStep: 'Permita la escritura en la carpeta o elija otra.',
  },
  'disk-full': {
    sentence: 'No queda espacio en la carpeta de licencia.',
    nextStep: 'Libere espacio; la licencia se instala entonces automáticamente.',
  },
  'share-unreachable': {
    sentence: 'No se ha podido leer la carpeta de licencia ni escribir en ella.',
    nextStep: 'Compruebe el disco o la unidad de red donde está la carpeta.',
  },
  'timed-out': {
    sentence: 'La carpeta de licencia no responde.',
    nextStep: 'Compruebe el disco o la unidad de red donde está la carpeta.',
  },
  'file-in-use': {
    sentence: 'Otro programa está usando el archivo de licencia.',
    nextStep: 'Cierre el programa que usa el archivo; se reintenta automáticamente.',
  },
  'verify-failed': {
    sentence:
      'Al leer de nuevo el archivo de licencia, no coincidía con lo escrito; se ha vuelto a colocar el anterior.',
    nextStep: 'Compruebe el disco donde está la carpeta.',
  },
  'link-in-the-way': {
    sentence: 'En el lugar del archivo de licencia hay un enlace; no se ha seguido.',
    nextStep: 'Sustituya el enlace por el archivo real.',
  },
  'unknown-content': {
    sentence:
      'Otra persona ha modificado el archivo de licencia durante una actualización; se ha dejado como está.',
    nextStep: 'Revise el archivo de licencia y después elija «Reintentar».',
  },
  'licence-file-missing': {
    sentence: 'Aún no hay ningún archivo de licencia en la carpeta de licencia.',
    nextStep: 'Coloque el primer archivo de licencia en la carpeta.',
  },
  'licence-file-unreadable': {
    sentence: 'Este programa no puede leer el archivo de licencia.',
    nextStep: 'Compruebe que el archivo sea el archivo de licencia FlexNet del producto.',
  },
  'too-large': {
    sentence: 'El archivo es más grande de lo que puede ser una licencia.',
    nextStep: 'Pida a la organización de servicio que envíe de nuevo la licencia.',
  },
  malformed: {
    sentence: 'El archivo no es un paquete de licencia.',
    nextStep: 'Pida a la organización de servicio que envíe de nuevo la licencia.',
  },
  'header-not-allowed': {
    sentence: 'El paquete de licencia lleva un encabezado no permitido.',
    nextStep: 'Informe a la organización de servicio.',
  },
  'wrong-type': {
    sentence: 'El archivo está firmado, pero es otro tipo de documento.',
    nextStep: 'Elija el paquete de licencia.',
  },
  'unknown-key': {
    sentence: 'La licencia está firmada con una clave que este programa no conoce.',
    nextStep: 'Compruebe que la licencia proceda de su organización de servicio.',
  },
  'key-revoked': {
    sentence: 'La licencia está firmada con una clave que ya no es válida.',
    nextStep: 'Pida una nueva licencia a la organización de servicio.',
  },
  'key-role': {
    sentence: 'La licencia está firmada con una clave que no está destinada a licencias.',
    nextStep: 'Informe a la organización de servicio.',
  },
  algorithm: {
    sentence: 'La licencia está firmada de una forma que no se acepta.',
    nextStep: 'Informe a la organización de servicio.',
  },
  signature: {
    sentence: 'La firma de la licencia no es correcta; el archivo se ha modificado o está dañado.',
    nextStep: 'Pida a la organización de servicio que envíe de nuevo la licencia.',
  },
  'not-json': {
    sentence: 'No se puede leer el contenido de la licencia.',
    nextStep: 'Informe a la organización de servicio.',
  },
  schema: {
    sentence: 'El contenido de la licencia no es el esperado.',
    nextStep: 'Informe a la organización de servicio.',
  },
  'newer-format': {
    sentence: 'La licencia se ha creado para una versión más reciente de este programa.',
    nextStep: 'Actualice este programa.',
  },
  'wrong-product': {
    sentence: 'La licencia es para otro producto.',
    nextStep: 'Pida la licencia correcta a la organización de servicio.',
  },
  'wrong-serial-number': {
    sentence: 'La licencia es para otro número de serie.',
    nextStep: 'Pida a la organización de servicio la licencia de esta instalación.',
  },
  'wrong-host': {
    sentence: 'La licencia está vinculada a otro servidor de licencias.',
    nextStep: 'Pida a la organización de servicio una licencia para este servidor de licencias.',
  },
  'issued-in-future': {
    sentence: 'La licencia tiene una fecha futura.',
    nextStep: 'Compruebe la fecha y la hora de este equipo.',
  },
  replayed: {
    sentence: 'La licencia es más antigua que la instalada.',
    nextStep: 'No hay que hacer nada: se mantiene la licencia instalada.',
  },
  conflicting: {
    sentence: 'Hay dos licencias distintas con el mismo número.',
    nextStep: 'Informe a la organización de servicio.',
  },
  implausible: {
    sentence: 'El número de la licencia es muy superior al de la instalada.',
    nextStep: 'Informe a la organización de servicio.',
  },
  expired: {
    sentence: 'La licencia ha caducado, y la instalada no.',
    nextStep: 'Pida una licencia actual a la organización de servicio.',
  },
  nonce: {
    sentence: 'El back office ha respondido con una prueba antigua.',
    nextStep: 'No hay que hacer nada: se reintenta automáticamente.',
  },
  stale: {
    sentence: 'La prueba del back office ya no es reciente.',
    nextStep: 'Compruebe la fecha y la hora de este equipo. Se reintenta automáticamente.',
  },
  threshold: {
    sentence: 'El conjunto de claves no está firmado por suficientes claves raíz del proveedor.',
    nextStep: 'Informe a la organización de servicio.',
  },
  'index-mismatch': {
    sentence: 'La licencia recibida no es la que había anunciado el back office.',
    nextStep: 'No hay que hacer nada: se reintenta automáticamente.',
  },
  'maintenance-unknown': {
    sentence: 'Ninguna licencia firmada indica hasta cuándo dura el periodo de mantenimiento.',
    nextStep: 'Conéctese al back office o instale un paquete de licencia.',
  },
  'no-licence': {
    sentence: 'La organización de servicio aún no tiene ninguna licencia para esta instalación.',
    nextStep: 'No hay que hacer nada: se instala automáticamente en cuanto la haya.',
  },
  'no-licence-server': {
    sentence: 'No hay ningún servidor de licencias configurado.',
    nextStep: 'Añada un servidor de licencias en Sistema, Conectividad, Remote Service.',
  },
};
