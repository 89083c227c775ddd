export const errorConnection = {
  'untrusted-sender': {
    sentence: 'La petición no procedía de una página de este programa y se ha rechazado.',
    nextStep: 'Cierre el programa y vuelva a abrirlo.',
  },
  'bad-input': {
    sentence: 'No se ha entendido la petición.',
    nextStep: 'Compruebe lo que se ha introducido e inténtelo de nuevo.',
  },
  internal: {
    sentence: 'Se ha producido un error en el programa.',
    nextStep:
      'Inténtelo de nuevo. Si vuelve a ocurrir, comunique al centro de asistencia la referencia que figura en «Detalles».',
  },
  'page-broken': {
    sentence: 'La ventana ha dejado de funcionar varias veces seguidas.',
    nextStep:
      'Inténtelo de nuevo, o cierre la sesión en este equipo y vuelva a iniciarla. Print ORS Service no depende de la ventana y sigue funcionando.',
  },
  'not-allowed': {
    sentence: 'Su cuenta de usuario no tiene permiso para hacer esto.',
    nextStep: 'Pida a un miembro del grupo de operadores que lo haga.',
  },
  'not-operator': {
    sentence:
      'Su cuenta de usuario no es miembro del grupo {group}, por lo que Print ORS Service no le responde.',
    nextStep:
      'Pida al administrador de este equipo que la añada al grupo; después, cierre la sesión y vuelva a iniciarla.',
  },
  'service-stopped': {
    sentence: 'Print ORS Service no está en ejecución.',
    nextStep: 'Inicie Print ORS Service.',
  },
  'service-untrusted': {
    sentence: 'Otro programa ocupa el lugar de Print ORS Service, por lo que no se le ha enviado nada.',
    nextStep:
      'Informe al administrador del sistema; es posible que se haya cambiado la carpeta del servicio.',
  },
  'service-version': {
    sentence: 'El programa y Print ORS Service son de versiones distintas.',
    nextStep: 'Cierre el programa y vuelva a abrirlo; si no se soluciona, instálelo de nuevo.',
  },
  'service-busy': {
    sentence: 'Print ORS Service tiene demasiadas peticiones abiertas.',
    nextStep: 'Espere un momento e inténtelo de nuevo.',
  },
  'service-already-running': {
    sentence: 'Print ORS Service ya está en ejecución para esta carpeta de datos.',
    nextStep: 'Use el servicio en ejecución o deténgalo primero.',
  },
  'socket-in-the-way': {
    sentence: 'En {file} hay algo que no pertenece a Print ORS Service, por lo que el servicio no se inicia.',
    nextStep: 'Averigüe qué es, elimínelo y vuelva a iniciar Print ORS Service.',
  },
  'verification-code-wrong': {
    sentence: 'La organización de servicio no acepta el código de verificación.',
    nextStep: 'Pida el código actual al centro de asistencia e introdúzcalo en «Código de verificación».',
  },
  'registration-blocked': {
    sentence: 'La organización de servicio ha bloqueado esta instalación.',
    nextStep: 'Llame al centro de asistencia.',
  },
  'organisation-unknown': {
    sentence: 'No existe ninguna organización de servicio con este ID.',
    nextStep: 'Revise «ID de la organización de servicio»; el centro de asistencia lo conoce.',
  },
  'serial-number-unknown': {
    sentence: 'La organización de servicio no conoce este número de serie.',
    nextStep:
      'Compruebe en Sistema, Licencia que esté instalada la licencia correcta y después llame al centro de asistencia.',
  },
  'installation-removed': {
    sentence: 'La organización de servicio ha eliminado esta instalación.',
    nextStep: 'Llame al centro de asistencia y después elija «Reintentar».',
  },
  'registration-ended': {
    sentence: 'La organización de servicio ha finalizado el registro de esta instalación.',
    nextStep: 'Llame al centro de asistencia y después elija «Reintentar».',
  },
  'token-refused': {
    sentence: 'El back office ya no acepta esta instalación, ni siquiera después de registrarla de nuevo.',
    nextStep: 'Llame al centro de asistencia y después elija «Reintentar».',
  },
  'back-office-name-not-found': {
    sentence: 'No se ha encontrado el nombre del back office en la red.',
    nextStep: 'Compruebe la conexión de red y el servidor de nombres de este equipo.',
  },
  'back-office-unreachable': {
    sentence: 'No se puede acceder al back office.',
    nextStep: 'Compruebe la conexión de red. Se reintenta automáticamente.',
  },
  'back-office-timed-out': {
    sentence: 'El back office no ha respondido a tiempo.',
    nextStep:
      'No hay que hacer nada: se reintenta automáticamente. Si persiste, compruebe la conexión de red.',
  },
  'back-office-busy': {
    sentence: 'El back office está ocupado y pide que se espere.',
    nextStep: 'No hay que hacer nada: se reintenta automáticamente.',
  },
  'back-office-error': {
    sentence: 'El propio back office tiene un problema.',
    nextStep:
      'No hay que hacer nada: se reintenta automáticamente. Si persiste, llame al centro de asistencia.',
  },
  'back-office-forbids': {
    sentence: 'El back office, o algo situado en el trayecto, no deja entrar a este equipo.',
    nextStep:
      'Se reintenta automáticamente. Si persiste, consulte al administrador de red y después llame al centro de asistencia.',
  },
  'back-office-not-there': {
    sentence: 'Un servidor responde en la dirección del back office, pero no hay ningún back office en él.',
    nextStep: 'Se reintenta automáticamente. Si persiste, llame al centro de asistencia.',
  },
  'back-office-address-refused': {
    sentence: 'La dirección del back office no es segura.',
    nextStep:
      'Informe al centro de asistencia: el perfil del proveedor de este programa necesita una dirección https.',
  },
  'answer-too-large': {
    sentence: 'El back office ha enviado más de lo permitido, por lo que se ha descartado su respuesta.',
    nextStep:
      'No hay que hacer nada: se reintenta automáticamente. Si persiste, llame al centro de asistencia.',
  },
  'answer-too-slow': {
    sentence: 'La respuesta del back office ha llegado demasiado despacio.',
    nextStep: 'Compruebe la conexión de red. Se reintenta automáticamente.',
  },
  'answer-unusable': {
    sentence: 'No se ha podido utilizar la respuesta del back office.',
    nextStep:
      'No hay que hacer nada: se reintenta automáticamente. Si persiste, llame al centro de asistencia.',
  },
  'sign-in-page': {
    sentence: 'Una página de inicio de sesión de la red ha respondido en lugar del back office.',
    nextStep: 'Abra un navegador en este equipo, inicie sesión en la red y después elija «Reintentar».',
  },
  'redirect-refused': {
    sentence:
      'El back office, o algo situado en el trayecto, ha remitido a otra dirección; no se ha seguido.',
    nextStep: 'Informe al administrador de red o al centro de asistencia.',
  },
  'certificate-untrusted': {
    sentence: 'El certificado del back office no es de confianza (emitido por {issuer}).',
    nextStep:
      'Pregunte al administrador de red si se inspeccionan las conexiones y llame al centro de asistencia.',
  },
  'certificate-expired': {
    sentence: 'El certificado del back office ha caducado o aún no es válido.',
    nextStep: 'Compruebe la fecha y la hora de este equipo y después llame al centro de asistencia.',
  },
  'certificate-wrong-name': {
    sentence: 'El certificado pertenece a un servidor que no es el back office.',
    nextStep: 'Informe al administrador de red o al centro de asistencia.',
  },
  'proxy-unreachable': {
    sentence: 'No se puede acceder al servidor proxy.',
    nextStep: 'Revise «URL del proxy» y compruebe que el servidor proxy esté en ejecución.',
  },
  'proxy-refused': {
    sentence: 'El servidor proxy no deja pasar la conexión con el back office.',
    nextStep:
      'Pida al administrador de red que permita la dirección del back office; también es posible que el servidor proxy no pueda acceder a ella.',
  },
  'proxy-detection-failed': {
    sentence: 'No se ha podido detectar a tiempo la configuración de proxy del sistema.',
    nextStep:
      'Es posible que el script de proxy de su red tenga un error. Elija «Usar servidor proxy» y rellene «URL del proxy».',
  },
  'proxy-login-required': {
    sentence: 'El servidor proxy solicita autenticación.',
    nextStep:
      'Elija «Usar servidor proxy», active «Autenticación del servidor proxy» e introduzca las credenciales; el administrador de red las conoce.',
  },
  'proxy-login-refused': {
    sentence: 'El servidor proxy ha rechazado la autenticación.',
    nextStep:
      'Se ha intentado una vez y no se reintenta automáticamente. Revise «Dominio del proxy», «Nombre de usuario del proxy» y «Contraseña del proxy» y después guarde.',
  },
  'keychain-damaged': {
    sentence:
      'El almacén de claves de Print ORS Service estaba dañado. Sus archivos se han apartado y se ha creado uno nuevo.',
    nextStep:
      'Introduzca de nuevo el código de verificación y, si la hay, la contraseña del proxy, y después guarde.',
  },
  'keychain-unavailable': {
    sentence: 'El almacén de claves de esta cuenta de usuario está bloqueado o no disponible.',
    nextStep: 'Desbloquee el almacén de claves (inicie sesión en el escritorio) e inténtelo de nuevo.',
  },
  disabled: {
    sentence: 'Remote Service está desactivado.',
    nextStep:
      'Active la opción «Activado» en Remote Service y guarde; antes de eso, nada sale de este equipo.',
  },
  'details-missing': {
    sentence: 'La configuración aún no está completa, por lo que no se ha establecido ninguna conexión.',
    nextStep: 'Complete lo que falta en Remote Service y guarde.',
  },
  'proxy-name-not-found': {
    sentence: 'No se ha encontrado el nombre del servidor proxy en la red.',
    nextStep: 'Revise «URL del proxy»; el administrador de red la conoce.',
  },
  'proxy-found-no-way': {
    sentence: 'El servidor proxy responde, pero él mismo no consigue llegar al back office.',
    nextStep:
      'Pregunte al administrador de red si el servidor proxy puede acceder a Internet y buscar nombres.',
  },
  'clock-off': {
    sentence: 'El reloj de este equipo se desvía unos {minutes} minutos.',
    nextStep: 'Ajuste la fecha y la hora de este equipo y compruebe de nuevo.',
  },
  'secret-unreadable': {
    sentence: 'El código de verificación guardado no se puede abrir en este equipo.',
    nextStep: 'Introduzca de nuevo el código de verificación y guarde.',
  },
};
