export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: 'Este no es un puerto de un servidor de licencias.',
    nextStep:
      'Introduzca un puerto, por ejemplo 27000, o un intervalo como 27000-27009; déjelo vacío para cualquiera.',
  },
  'licence-host-invalid': {
    sentence: 'Este no es el nombre de un equipo.',
    nextStep: 'Introduzca solo el nombre de host o la dirección, sin puerto.',
  },
  'reread-command-not-absolute': {
    sentence: 'El programa del comando de relectura no se ha indicado con su ruta completa.',
    nextStep: 'Introduzca el programa con su ruta, desde la raíz, en la primera línea.',
  },
  'reread-not-started': {
    sentence:
      'No se ha podido iniciar el comando de relectura de {name}. La nueva licencia está instalada de todos modos.',
    nextStep: 'Compruebe que el programa exista y que la cuenta de Print ORS Service pueda ejecutarlo.',
  },
  'reread-failed': {
    sentence:
      'El comando de relectura de {name} ha terminado con el código {exitCode}. La nueva licencia está instalada de todos modos.',
    nextStep:
      'Pruebe el comando manualmente o haga que el servidor de licencias lea de nuevo su archivo de licencia.',
  },
  'reread-timed-out': {
    sentence:
      'El comando de relectura de {name} no ha terminado por sí mismo en 30 segundos. La nueva licencia está instalada de todos modos.',
    nextStep:
      'Pruebe el comando manualmente o haga que el servidor de licencias lea de nuevo su archivo de licencia.',
  },
};
