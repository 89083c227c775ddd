import { assistanceActivity } from './assistance';

export const connection = {
  label: 'Estado de la conexión',
  state: {
    disabled: 'Desactivado',
    'not-configured': 'Aún no configurado',
    'service-stopped': 'El servicio no está en ejecución',
    connecting: 'Conectando',
    connected: 'Conectado',
    failed: 'Error de conexión',
  },
  explain: {
    disabled: 'Remote Service está desactivado. No hay conexión con el back office.',
    'not-configured': 'Faltan algunos pasos para poder establecer una conexión.',
    'service-stopped':
      'Print ORS Service no está en ejecución, por lo que no hay conexión y las licencias esperan.',
    connecting: 'Se está estableciendo la conexión con el back office.',
    connected: 'Hay conexión con el back office.',
    failed: 'No hay conexión con el back office.',
  },
  since: 'desde el {time}',
  nextTry: 'Próximo intento el {time}',
  missing: {
    'service-organisation-id': 'Introducir el ID de la organización de servicio',
    'verification-code': 'Introducir el código de verificación',
    'licence-server': 'Añadir un servidor de licencias',
    'serial-number': 'Colocar un archivo de licencia con número de serie en la carpeta de licencia',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'Actualizado',
    behind: 'En espera de la nueva licencia',
    installing: 'Actualizándose',
    failing: 'No se puede actualizar',
    'waiting-for-operator': 'Pendiente de copiar manualmente',
    'copied-by-hand': 'Copiada manualmente',
    'kept-by-hand': 'Otra licencia conservada manualmente',
    unknown: 'Aún desconocido',
  },
  kind: { local: 'Local', remote: 'Remoto' },
};

export const licenceDifference = {
  reason: {
    initial: 'Primera licencia',
    'maintenance-extended': 'Periodo de mantenimiento ampliado',
    'features-added': 'Características añadidas',
    'users-added': 'Usuarios añadidos',
    replacement: 'Licencia reemplazada',
  },
  users: 'Usuarios {from} → {to}',
  usersFirst: 'Usuarios {to}',
  maintenance: 'mantenimiento hasta el {to}',
  expiry: 'válida hasta el {to}',
  expiryPerpetual: 'válida sin fin',
  featureAdded: '{name} añadida ({quantity})',
  featureRemoved: '{name} eliminada',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: '{name} válida hasta el {to}',
  featureExpiryPerpetual: '{name} válida sin fin',
  nothing: 'sin cambios en características, usuarios o fechas',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service iniciado',
    'service-stopped': 'Print ORS Service detenido',
    'service-control': 'Solicitado iniciar, detener o reiniciar',
    'settings-applied': 'Configuración en vigor',
    'settings-broken': 'No se ha podido leer el archivo de configuración',
    'policy-ignored': 'Directiva omitida',
    connected: 'Conectado al back office',
    'connection-failed': 'Error de conexión',
    'connection-disabled': 'Conexión desactivada',
    registered: 'Registrado en la organización de servicio',
    'registration-ended': 'Registro finalizado por la organización de servicio',
    'licence-received': 'Nueva licencia recibida',
    'licence-refused': 'Licencia rechazada',
    'licence-changed': 'Lo que ha cambiado la nueva licencia',
    'licence-installed': 'Licencia instalada',
    'licence-install-failed': 'No se ha podido instalar la licencia',
    'licence-rolled-back': 'Licencia anterior colocada de nuevo',
    'licence-recovered': 'Instalación interrumpida completada',
    'licence-imported': 'Licencia aportada por el operador',
    'licence-file-imported': 'Archivo de licencia sin firma colocado por el operador',
    'licence-restored': 'Archivo de licencia anterior colocado de nuevo por el operador',
    'licence-file-saved': 'Archivo de licencia guardado por el operador',
    'licence-request-made': 'Solicitud de licencia creada por el operador',
    'key-set-renewed': 'Claves de la organización de servicio renovadas',
    'key-set-refused': 'Claves de la organización de servicio rechazadas',
    'reread-done': 'Indicado al servidor de licencias que lea de nuevo su archivo',
    'reread-failed': 'Error del comando de relectura',
    'expiry-notice': 'Caducidad de la licencia anunciada',
    'maintenance-notice': 'Fin del periodo de mantenimiento anunciado',
    'clock-suspect': 'El reloj de este equipo parece incorrecto',
    'event-skipped': 'Mensaje de tipo desconocido omitido',
    announcement: 'Mensaje de la organización de servicio',
    'try-again': 'Nuevo intento a petición',
    'release-index-refused': 'Se ha rechazado la lista de versiones de software',
    'release-offered': 'Se ofrece una actualización',
    'update-download-asked': 'Descarga de la actualización solicitada',
    'update-paused': 'Descarga de la actualización en pausa',
    'update-downloaded': 'Actualización descargada y comprobada',
    'update-refused': 'Actualización descargada rechazada',
    'update-install-asked': 'Instalación de la actualización iniciada',
    'update-installed': 'Actualización instalada',
    'connection-checked': 'Conexión comprobada',
    'licence-marked-as-copied': 'Licencia marcada como copiada manualmente',
    'licence-found-copied': 'Encontrada la licencia copiada manualmente',
    'entitlement-skipped': 'Actualización instalada sin consultar si el periodo de mantenimiento la cubre',
    ...assistanceActivity,
  },
  actor: {
    service: 'Print ORS Service',
    operator: 'Operador',
    'back-office': 'Organización de servicio',
  },
};

export const consequence = {
  connects: 'Al guardar, esta instalación se conecta al back office.',
  disconnects:
    'Al guardar, finalizan la conexión con el back office y la sesión de asistencia remota en curso; las licencias esperan hasta que se active de nuevo.',
  'registers-again': 'Al guardar, esta instalación se registra de nuevo.',
  reconnects: 'Al guardar, Print ORS Service se conecta de nuevo.',
  'licence-servers-read': 'Al guardar, se leen de nuevo los servidores de licencias.',
  'licence-server-removed': 'Después de guardar, un servidor de licencias deja de actualizarse.',
};

export const notification = {
  licenceInstalled: 'Nueva licencia instalada',
  connectionFailed: 'Error de conexión',
  connectionBack: 'Conectado de nuevo',
};

export const tray = {
  stopAssistance: 'Detener la asistencia remota',
  assistance: 'La asistencia remota está en curso',
  open: 'Abrir Remote Service',
  tryNow: 'Reintentar la conexión',
  check: 'Comprobar la conexión',
  quit: 'Salir',
  view: 'Ver',
  zoomIn: 'Texto más grande',
  zoomOut: 'Texto más pequeño',
  resetZoom: 'Tamaño de texto normal',
  close: 'Cerrar ventana',
  tooltip: 'Remote Service: {state}',
};
