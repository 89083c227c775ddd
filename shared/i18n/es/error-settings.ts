export const errorSettings = {
  'settings-broken': {
    sentence:
      'No se ha podido leer el archivo de configuración. Se ha apartado tal como estaba y están en vigor los valores predeterminados.',
    nextStep: 'Revise la configuración y guárdela.',
  },
  'settings-newer': {
    sentence:
      'El archivo de configuración se ha creado con una versión más reciente de este programa. Se ha apartado tal como estaba y están en vigor los valores predeterminados.',
    nextStep: 'Actualice este programa o introduzca de nuevo la configuración.',
  },
  'settings-changed-meanwhile': {
    sentence: 'Mientras tanto, la configuración se ha cambiado en otro lugar.',
    nextStep: 'Consulte la configuración actual y después cámbiela de nuevo.',
  },
  'settings-locked': {
    sentence: 'Otro programa está guardando la configuración en este momento.',
    nextStep: 'Espere un momento y guarde de nuevo.',
  },
  'settings-not-writable': {
    sentence: 'No se ha podido guardar el archivo; lo guardado anteriormente no ha cambiado.',
    nextStep: 'Compruebe que haya espacio en el disco y que pueda escribir en él.',
  },
  'settings-invalid': {
    sentence: 'La configuración contiene un error y no se ha guardado.',
    nextStep: 'Corrija los campos señalados y guarde de nuevo.',
  },
  'setting-locked': {
    sentence: 'Este valor está fijado por una directiva de la organización. {by}',
    nextStep: 'Consulte al responsable de la directiva.',
  },
  'policy-untrusted': {
    sentence: 'La directiva {file} se omite porque no es de confianza ({why}).',
    nextStep:
      'Pida a un administrador que se asegure de que el archivo y su carpeta pertenezcan a root o a los administradores, de que nadie más pueda escribir en ellos y de que todos puedan leer el archivo.',
  },
  'policy-invalid': {
    sentence: 'La directiva {file} se omite porque tiene un error en {detail}.',
    nextStep: 'Pida a un administrador que la corrija. Su forma se muestra con: remote-service schema policy',
  },
  'setting-unknown': {
    sentence: 'No existe ningún valor de configuración con el nombre {key}.',
    nextStep: 'Consulte la lista de nombres con: settings get',
  },
  'setting-not-available': {
    sentence: 'Esta versión del programa no ofrece este valor de configuración.',
    nextStep: 'Elija otro valor de configuración.',
  },
  'setting-value-wrong': {
    sentence: 'Este valor no es adecuado para {key}.',
    nextStep:
      'Indique true o false, un número, una de sus palabras o JSON para una lista, según corresponda.',
  },
  'setting-required': {
    sentence: 'Este campo es obligatorio.',
    nextStep: 'Introduzca un valor.',
  },
  'setting-too-long': {
    sentence: 'Este valor es demasiado largo.',
    nextStep: 'Introduzca como máximo {max} caracteres.',
  },
  'setting-characters': {
    sentence: 'Este valor contiene caracteres que no se pueden usar aquí.',
    nextStep: 'Introdúzcalo de nuevo manualmente; al copiar pueden añadirse caracteres invisibles.',
  },
  'proxy-url-invalid': {
    sentence: 'Esta no es la dirección de un servidor proxy.',
    nextStep: 'Introduzca el nombre de host y el puerto, por ejemplo proxy.ejemplo.com:8080',
  },
  'proxy-url-required': {
    sentence: 'Falta la dirección del servidor proxy.',
    nextStep: 'Introduzca el nombre de host y el puerto, por ejemplo proxy.ejemplo.com:8080',
  },
  'proxy-user-name-required': {
    sentence: 'Falta el nombre de usuario del proxy.',
    nextStep:
      'Introduzca el nombre de usuario para el servidor proxy o desactive «Autenticación del servidor proxy».',
  },
  'proxy-password-required': {
    sentence: 'Falta la contraseña del proxy.',
    nextStep:
      'Introduzca la contraseña para el servidor proxy o desactive «Autenticación del servidor proxy».',
  },
  'proxy-detect-with-assistance': {
    sentence: 'La asistencia remota no funciona con una configuración de proxy detectada automáticamente.',
    nextStep: 'Elija «Sin servidor proxy» o «Usar servidor proxy», o no permita la asistencia remota.',
  },
  'certificate-unreadable': {
    sentence: 'Esto no es un certificado.',
    nextStep:
      'Elija un archivo con un certificado de su organización (PEM o DER); el administrador de red lo tiene.',
  },
  'certificate-no-authority': {
    sentence: 'El certificado {name} pertenece a un solo servidor y no puede avalar a otros.',
    nextStep: 'Elija el certificado de la entidad de certificación que lo ha emitido.',
  },
  'certificate-out-of-date': {
    sentence: 'El certificado {name} no es válido en este momento.',
    nextStep: 'Pida el certificado actual al administrador de red y compruebe el reloj de este equipo.',
  },
  'licence-path-required': {
    sentence: 'Falta la ruta de licencia.',
    nextStep: 'Elija la carpeta que contiene el archivo de licencia.',
  },
  'licence-path-not-absolute': {
    sentence: 'La ruta de licencia no está completa.',
    nextStep: 'Introduzca la ruta completa, desde la raíz.',
  },
  'licence-server-name-taken': {
    sentence: 'Otro servidor de licencias tiene este nombre.',
    nextStep: 'Introduzca otro nombre.',
  },
  'licence-server-path-taken': {
    sentence: 'Otro servidor de licencias usa esta carpeta.',
    nextStep: 'Elija otra carpeta.',
  },
  'licence-server-unknown': {
    sentence: 'Este servidor de licencias no está en la configuración guardada.',
    nextStep: 'Guarde primero la configuración.',
  },
  'licence-file-name-invalid': {
    sentence: 'Este no es un nombre de archivo utilizable.',
    nextStep: 'Use solo letras, dígitos, puntos y guiones.',
  },
  'settings-document-unusable': {
    sentence: 'El archivo no contiene ninguna configuración que se pueda importar: {detail}.',
    nextStep: 'Exporte de nuevo la configuración o corrija el archivo. No se ha cambiado nada.',
  },
  'secret-from-stdin': {
    sentence: 'Un secreto no se acepta en la línea de comandos, donde otros podrían leerlo.',
    nextStep: 'Indique un guion como valor y envíe el secreto a la entrada estándar.',
  },
  'command-unknown': {
    sentence: 'No existe el comando {command}.',
    nextStep: 'Consulte la lista de comandos con: --help',
  },
  'usage-wrong': {
    sentence: 'El comando no es correcto: {detail}',
    nextStep: 'Consulte su uso con: --help',
  },
  'file-unreadable': {
    sentence: 'No se ha podido leer el archivo {file}.',
    nextStep: 'Compruebe el nombre del archivo y que pueda leerlo.',
  },
  'vendor-profile-invalid': {
    sentence: 'El perfil del proveedor de este programa no es utilizable: {detail}',
    nextStep: 'Instale de nuevo el programa o informe al centro de asistencia.',
  },
  'data-folder-unsafe': {
    sentence:
      'Otros pueden modificar la carpeta de datos {folder}, por lo que el programa no se inicia con ella.',
    nextStep: 'Quite a los demás los permisos sobre la carpeta y vuelva a iniciar.',
  },
  'data-folder-unusable': {
    sentence: 'No se puede usar la carpeta de datos {folder}.',
    nextStep: 'Compruebe que se pueda escribir en la carpeta y que haya espacio en el disco.',
  },
  'certificate-checks-off': {
    sentence: 'El entorno desactiva la comprobación de certificados, por lo que el servicio no se inicia.',
    nextStep: 'Quite NODE_TLS_REJECT_UNAUTHORIZED del entorno.',
  },
  'switch-refused': {
    sentence: 'El programa no se inicia con --{name}, porque eso le quita su protección.',
    nextStep:
      'Inícielo sin esa opción. Si una AppImage lo muestra por sí misma, este sistema no permite el espacio aislado: instale allí el paquete deb o rpm.',
  },
};
