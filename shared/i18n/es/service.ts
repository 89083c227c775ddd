export const service = {
  name: 'Print ORS Service',
  start: 'Iniciar',
  stop: 'Detener',
  restart: 'Reiniciar',
  label: {
    state: 'Estado',
    account: 'Cuenta',
    startType: 'Tipo de inicio',
    since: 'Desde',
    lastExit: 'Última finalización',
    mode: 'Tipo',
  },
  state: {
    running: 'En ejecución',
    starting: 'Iniciándose',
    stopping: 'Deteniéndose',
    stopped: 'Detenido',
    failed: 'Finalizado con un error',
    'not-installed': 'No instalado',
  },
  startType: {
    automatic: 'Automático, con este equipo',
    'automatic-delayed': 'Automático, algún tiempo después de este equipo',
    manual: 'Manual',
    disabled: 'Deshabilitado',
    'with-the-app': 'Con este programa',
  },
  exit: {
    clean: 'Finalizado con normalidad',
    terminated: 'Finalizado desde fuera',
    killed: 'Finalizado a la fuerza',
    crashed: 'Bloqueo inesperado',
    'out-of-memory': 'Finalizado a la fuerza por falta de memoria',
    'timed-out': 'No ha respondido a tiempo',
    'could-not-start': 'No se ha podido iniciar',
    'too-many-starts': 'Ha finalizado demasiadas veces seguidas, por lo que no se ha reiniciado',
    'never-started': 'No iniciado desde que se inició este equipo',
    'logon-failed':
      'Su cuenta no ha podido iniciar sesión: contraseña incorrecta o sin permiso para iniciar sesión como servicio',
    'access-denied': 'Se ha denegado el acceso a su cuenta',
    unexpected: 'Finalizado con un error',
  },
  /** What stopping has meant, once it is done. */
  stopped:
    'La asistencia remota ha finalizado; las licencias esperan hasta que se vuelva a iniciar el servicio.',
  changeAccount: {
    change: 'Cambiar',
    title: 'Cambiar el usuario de asistencia remota',
    note: 'Print ORS Service se ejecuta con esta cuenta: con sus permisos en las carpetas de licencia y en las carpetas compartidas de otros equipos. Se reinicia; mientras tanto, la asistencia remota finaliza. El sistema solicitará un administrador.',
    domain: 'Dominio',
    here: 'Este equipo ({computer})',
    user: 'Nombre de usuario',
    password: 'Contraseña',
    kept: 'La conserva el administrador de servicios del sistema; este programa no.',
    unused:
      'Este sistema no necesita contraseña para un servicio. Lo que se escriba aquí no se usa ni se conserva.',
    builtIn:
      'Una cuenta del propio sistema normalmente no tiene permisos en las carpetas compartidas de otros equipos.',
    required: 'Introduzca el nombre de usuario.',
    done: 'Print ORS Service se ejecuta ahora como {account}.',
    embedded:
      'El servicio se ejecuta con la cuenta que inició este programa. Una cuenta propia requiere el servicio instalado.',
    session:
      '{technician} está conectado a este equipo. Al cambiar la cuenta se reinicia el servicio y la sesión finaliza de inmediato.',
    doing: 'Se está cambiando la cuenta…',
  },
};
