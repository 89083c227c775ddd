export const pageServices = {
  title: 'Servicios',
  note: 'Print ORS Service conecta esta instalación con el back office, renueva las licencias y permite el acceso del centro de asistencia. Funciona sin esta ventana.',
  notKnown: 'Desconocido',
  noExit: 'Ninguna conocida',
  embedded: 'Iniciado por este programa y finalizado con él',
  installed: 'Instalado en este equipo',
  doing: { start: 'Iniciando…', stop: 'Deteniendo…', restart: 'Reiniciando…' },
  done: {
    start: 'Print ORS Service se ha iniciado.',
    stop: 'Print ORS Service se ha detenido.',
    restart: 'Print ORS Service se ha reiniciado.',
  },
  next: {
    account:
      'Compruebe en «Remote Service» que la cuenta y la contraseña son correctas y que puede iniciar sesión como servicio. Después, inicie de nuevo el servicio.',
    again:
      'Inicie de nuevo el servicio. Si vuelve a finalizar así, cree un informe de soporte en «Diagnóstico» y llame al centro de asistencia.',
  },
  confirm: {
    stop: {
      title: '¿Detener Print ORS Service?',
      message:
        'La asistencia remota finaliza; las licencias esperan hasta que se vuelva a iniciar el servicio.',
    },
    restart: {
      title: '¿Reiniciar Print ORS Service?',
      message:
        'La asistencia remota finaliza y las licencias esperan durante unos segundos. Después, todo continúa automáticamente.',
    },
  },
  session: {
    title: 'Hay una sesión de asistencia remota en curso',
    stop: '{technician} está conectado a este equipo. Al detener el servicio, la sesión finaliza de inmediato.',
    restart:
      '{technician} está conectado a este equipo. Al reiniciar el servicio, la sesión finaliza de inmediato.',
    goOn: 'Finalizar la sesión y continuar',
  },
  permission: {
    title: 'El sistema pedirá permiso',
    start:
      'Para iniciar Print ORS Service se necesita un administrador de este equipo. El sistema lo solicitará ahora; el permiso no se usa para nada más.',
    stop: 'Para detener Print ORS Service se necesita un administrador de este equipo. El sistema lo solicitará ahora; el permiso no se usa para nada más.',
    restart:
      'Para reiniciar Print ORS Service se necesita un administrador de este equipo. El sistema lo solicitará ahora; el permiso no se usa para nada más.',
    goOn: 'Continuar',
  },
};
