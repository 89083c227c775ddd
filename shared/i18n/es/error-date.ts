export const errorDate = {
  'licence-without-dates': {
    sentence: 'La licencia no indica ni fecha de caducidad ni fin del periodo de mantenimiento.',
    nextStep: 'No hay que hacer nada: no hay ninguna fecha que recordar.',
  },
  'licence-expires-soon': {
    sentence: 'La licencia caduca pronto; su último día es el {day}.',
    nextStep:
      'Pida a su organización de servicio que la amplíe. La nueva licencia se instala automáticamente.',
  },
  'licence-expired': {
    sentence: 'La licencia ha caducado; su último día fue el {day}.',
    nextStep:
      'Pida a su organización de servicio que la amplíe. La nueva licencia se instala automáticamente.',
  },
  'maintenance-ends-soon': {
    sentence: 'El periodo de mantenimiento finaliza pronto; su último día es el {day}.',
    nextStep: 'Su organización de servicio puede ampliarlo; las actualizaciones de software lo necesitan.',
  },
  'maintenance-ended': {
    sentence: 'El periodo de mantenimiento ha finalizado; su último día fue el {day}.',
    nextStep: 'Su organización de servicio puede ampliarlo; las actualizaciones de software lo necesitan.',
  },
};
