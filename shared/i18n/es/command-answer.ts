export const commandAnswer = {
  entitlement: {
    entitled:
      'La versión {version} del {released} está cubierta: el periodo de mantenimiento dura hasta el {until}.',
    'not-entitled':
      'La versión {version} del {released} no está cubierta: el periodo de mantenimiento cubre versiones hasta el {until}. Solicite su ampliación y después instale la versión.',
    'clock-suspect':
      'La versión {version} del {released} está cubierta hasta el {until}, pero el reloj de este equipo parece incorrecto. Ajuste el reloj.',
  },
  settings: {
    exported: 'Escrito en {file}.',
    leftOut: 'Omitidos por ser secretos: {keys}. Establézcalos de nuevo donde se importe el archivo.',
    unchanged: 'Nada que cambiar: la configuración ya es la del archivo.',
    change: '{key}: {before} -> {after}',
    dryRun: 'No se ha guardado nada.',
    locked: 'fijado por una directiva',
  },
  report: {
    written:
      'Informe de soporte escrito en {file} ({bytes} bytes). No contiene secretos; revíselo antes de enviarlo.',
  },
};
