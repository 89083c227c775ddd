export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'Esta solicitud o sesión ha finalizado.',
    nextStep: 'Pida al centro de asistencia que envíe una nueva solicitud.',
  },
  'assistance-grant-invalid': {
    sentence: 'No se ha iniciado nada, porque el permiso ya no es válido.',
    nextStep: 'Pida al centro de asistencia que envíe una nueva solicitud.',
  },
  'assistance-not-recorded': {
    sentence: 'No se ha permitido nada, porque no se ha podido registrar.',
    nextStep:
      'Asegúrese de que haya espacio en el disco y después pida al centro de asistencia que envíe una nueva solicitud.',
  },
  'client-not-found': {
    sentence: 'No se ha encontrado el programa de asistencia remota en este equipo.',
    nextStep: 'Instale TeamViewer o el programa que indique su organización de servicio.',
  },
  'client-unsafe': {
    sentence:
      'El programa de asistencia remota está donde otros usuarios podrían haberlo colocado, por lo que no se inicia.',
    nextStep: 'Instálelo como administrador, en su carpeta habitual.',
  },
  'client-too-old': {
    sentence: 'El programa de asistencia remota es demasiado antiguo, por lo que no se inicia.',
    nextStep: 'Actualícelo.',
  },
  'client-version-unknown': {
    sentence: 'No se puede determinar la versión del programa de asistencia remota, por lo que no se inicia.',
    nextStep: 'Instálelo desde el paquete de su fabricante.',
  },
  'client-not-started': {
    sentence: 'No se ha podido iniciar el programa de asistencia remota.',
    nextStep:
      'Inícielo manualmente para ver qué ocurre y después pida al centro de asistencia que envíe una nueva solicitud.',
  },
  'client-not-set-up': {
    sentence: 'RustDesk aún no tiene un ID, o deja entrar a personas sin un clic en este equipo.',
    nextStep: 'Inicie RustDesk y configúrelo para que las sesiones solo se acepten con un clic.',
  },
};
