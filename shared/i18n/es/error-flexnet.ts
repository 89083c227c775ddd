const nextStep = 'Pida a la organización de servicio que envíe de nuevo el archivo de licencia.';

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'La línea {line} del archivo de licencia contiene bytes que no son texto.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: 'La línea {line} del archivo de licencia debe continuar, pero el archivo termina ahí.',
    nextStep,
  },
  'flexnet-quote-open': {
    sentence: 'La línea {line} del archivo de licencia tiene una comilla de apertura sin la de cierre.',
    nextStep,
  },
  'flexnet-fields-missing': {
    sentence: 'Faltan valores en la línea {line} del archivo de licencia: {word}',
    nextStep,
  },
  'flexnet-date-invalid': {
    sentence: 'La línea {line} del archivo de licencia indica un día que no existe: {word}',
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: 'La línea {line} del archivo de licencia no indica un número de licencias utilizable: {word}',
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: 'La línea {line} del archivo de licencia indica un servidor sin ID de host: {word}',
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: 'La línea {line} del archivo de licencia indica un puerto que no existe: {word}',
    nextStep,
  },
  'flexnet-server-count': {
    sentence:
      'Línea {line} del archivo de licencia: hay {word} servidores, pero solo puede haber uno o tres.',
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      'La línea {line} del archivo de licencia cuenta licencias de {word}, pero ninguna línea SERVER indica quién las proporciona.',
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence:
      'La línea {line} del archivo de licencia necesita el demonio del proveedor {word}, pero ninguna línea VENDOR lo menciona.',
    nextStep,
  },
  'flexnet-no-features': { sentence: 'El archivo de licencia no indica ninguna característica.', nextStep },
};
