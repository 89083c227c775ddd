export const pageLicence = {
  inForce: 'Licencia en vigor',
  inForceNote: 'Lo que concede la licencia más reciente de su organización de servicio.',
  customer: 'Cliente',
  lastChange: 'Último cambio',
  hostId: 'ID de host',
  fileDate: 'Fecha del archivo',
  noSequence: 'El archivo ha llegado sin número',
  installedFile: 'Archivo de licencia instalado',
  featuresOn: 'Características en {name}',
  service: 'Servicio de licencia',
  serving: {
    serving: 'Responde en el puerto {port} de {host}',
    'not-serving': 'Aún no responde en {host}',
    'not-asked': 'Aún no consultado',
  },
  servingNote: {
    serving: 'consultado el {time}',
    'not-serving': 'consultado el {time}; es posible que todavía haya que iniciarlo',
    'not-asked': '«Comprobar la conexión» lo consulta, al igual que cada nueva licencia',
  },
  noFile: 'Aún no se ha leído aquí ningún archivo de licencia.',
  stopped: 'Lo que está instalado se muestra en cuanto el servicio esté en ejecución.',
  setUp: {
    title: 'Configurar un servidor de licencias',
    text: 'Indique la carpeta de la que el servidor de licencias lee su archivo de licencia. El número de serie se lee entonces de él y las nuevas licencias se instalan allí.',
  },
};
