export const licenceDate = {
  save: 'Guardar las fechas para el calendario',
  saved: 'Guardado como {file}',
  fileName: 'fechas-licencia.ics',
  calendar: {
    expiry: '{product}: la licencia caduca',
    maintenance: '{product}: el periodo de mantenimiento finaliza',
    description: 'El {day} es el último día, en UTC. Número de serie {serialNumber}. {text}',
  },
  expiry: {
    ahead: 'La licencia caduca el {day}, {when}',
    today: 'La licencia caduca hoy: el {day} es su último día',
    past: 'La licencia ha caducado: el {day} fue su último día',
    text: 'Pida a su organización de servicio que la amplíe. La nueva licencia se instala automáticamente.',
  },
  maintenance: {
    ahead: 'El periodo de mantenimiento finaliza el {day}, {when}',
    today: 'El periodo de mantenimiento finaliza hoy: el {day} es su último día',
    past: 'El periodo de mantenimiento ha finalizado: el {day} fue su último día',
    text: 'Las actualizaciones de software necesitan un periodo de mantenimiento vigente. Su organización de servicio puede ampliarlo.',
  },
};
