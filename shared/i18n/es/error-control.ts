export const errorControl = {
  'service-not-installed': {
    sentence: 'Print ORS Service no está instalado en este equipo.',
    nextStep: 'Instale de nuevo el programa o consulte al administrador de este equipo.',
  },
  'service-disabled': {
    sentence: 'Print ORS Service está deshabilitado en este equipo, por lo que no se puede iniciar.',
    nextStep: 'Pida al administrador de este equipo que habilite el servicio.',
  },
  'service-control-failed': {
    sentence: 'Print ORS Service no ha hecho lo que se le pedía.',
    nextStep:
      'Consulte en «Servicios» cómo finalizó la última ejecución. Si persiste, llame al centro de asistencia.',
  },
  'service-manager-silent': {
    sentence: 'El administrador de servicios de este equipo no responde.',
    nextStep: 'Inténtelo de nuevo en un momento. Si persiste, reinicie este equipo.',
  },
  'elevation-needed': {
    sentence:
      'Desde esta cuenta, solo un administrador de este equipo puede iniciar o detener Print ORS Service.',
    nextStep: 'Pida a un administrador que lo haga o que le añada al grupo de operadores.',
  },
  'elevation-refused': {
    sentence: 'El sistema no ha dado permiso, por lo que no se ha cambiado nada.',
    nextStep: 'Inténtelo de nuevo con el nombre y la contraseña de un administrador de este equipo.',
  },
  'account-unknown': {
    sentence: 'Esa cuenta no existe.',
    nextStep:
      'Revise el dominio y el nombre de usuario. Las cuentas de un dominio solo se conocen mientras se puede acceder a su servidor.',
  },
  'account-administrator': {
    sentence: 'La cuenta del administrador no debe ejecutar Print ORS Service.',
    nextStep: 'Elija una cuenta que solo tenga los permisos que necesitan las carpetas de licencia.',
  },
  'account-password-wrong': {
    sentence: 'La contraseña no es la de esta cuenta, por lo que no se ha cambiado nada.',
    nextStep:
      'Escríbala de nuevo, respetando las mayúsculas y minúsculas. Tras varias contraseñas incorrectas, una cuenta puede bloquearse.',
  },
  'account-no-service-logon': {
    sentence:
      'Esta cuenta no puede iniciar sesión como servicio en este equipo, por lo que no se ha cambiado nada.',
    nextStep:
      'Pida a un administrador que le conceda el derecho «Iniciar sesión como servicio» en la directiva de seguridad local y compruebe que no está deshabilitada, caducada ni bloqueada.',
  },
  'account-change-failed': {
    sentence:
      'Print ORS Service no se ha iniciado con esta cuenta, por lo que vuelve a ejecutarse con la anterior.',
    nextStep:
      'Asegúrese de que la cuenta pueda iniciar sesión como servicio y usar las carpetas de los servidores de licencias, e inténtelo de nuevo.',
  },
  'account-not-restored': {
    sentence:
      'Print ORS Service no se ha iniciado con esta cuenta ni con la anterior, cuya contraseña Windows no facilita a nadie.',
    nextStep: 'Elija de nuevo la cuenta anterior y escriba su contraseña.',
  },
};
