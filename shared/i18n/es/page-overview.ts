export const pageOverview = {
  connection: 'Conexión',
  licence: 'Licencia',
  licenceServers: 'Servidores de licencias',
  state: 'Estado',
  nextTry: 'Próximo intento',
  organisation: 'Organización de servicio',
  serviceStarting: 'Print ORS Service se está iniciando.',
  lastSignedProof: 'Última prueba firmada',
  noProof: 'Aún ninguna',
  allOfLicence: 'Todo sobre la licencia',
  noLicence: 'Aún no hay ninguna licencia.',
  noLicenceServer: 'No hay ningún servidor de licencias configurado.',
  firstRun: {
    title: 'Tres pasos hasta la primera conexión',
    note: 'Después, las licencias se renuevan automáticamente.',
    identity: {
      title: 'Introducir el ID de la organización de servicio y el código de verificación',
      help: 'Su organización de servicio le proporciona ambos.',
      action: 'Introducir ID y código',
    },
    'licence-server': {
      title: 'Añadir un servidor de licencias',
      help: 'La carpeta de la que el servidor de licencias de este equipo lee su archivo de licencia.',
      action: 'Añadir servidor de licencias',
    },
    connect: {
      title: 'Conectar',
      'serial-number':
        'El número de serie se lee del archivo de licencia de la carpeta de licencia. Aún no hay ninguno: coloque allí el primer archivo de licencia.',
      switch: 'Active Remote Service y después guarde.',
      connection: 'Se está estableciendo la conexión. Tarda unos segundos.',
      action: 'Activar',
    },
  },
  attention: {
    title: 'Lo que requiere su intervención',
    notice: 'Revise esto',
    'settings-kept-aside': {
      title: 'La configuración parte de los valores predeterminados',
      text: 'El archivo anterior se conserva como {file}.',
    },
    'refused-licence': { title: 'Se ha rechazado una nueva licencia; se mantiene la instalada' },
    clock: {
      title: 'El reloj de este equipo parece incorrecto',
      text: 'Muestra {clock}, pero la hora real es, como muy pronto, {floor}. Revise la fecha y la hora. No se desactiva nada por ello.',
    },
  },
  service: {
    name: 'Print ORS Service',
    state: { running: 'en ejecución', stopped: 'no está en ejecución', starting: 'iniciándose' },
    version: 'versión {version}',
    account: 'cuenta {account}',
    mode: { embedded: 'iniciado por este programa', installed: 'instalado en este equipo' },
    keychain: {
      os: 'claves en el almacén de claves del sistema',
      file: 'claves en un archivo protegido',
    },
  },
};
