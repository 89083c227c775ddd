// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      'No se puede usar una letra de unidad para un servidor de licencias remoto: solo existe para usted, no para Print ORS Service.',
    nextStep: 'Introduzca la carpeta compartida, por ejemplo \\\\\\\\servidor\\recurso\\carpeta',
  },
  'licence-path-share-form': {
    sentence: 'Esta no es la dirección de una carpeta compartida.',
    nextStep:
      'Introduzca servidor, recurso compartido y carpeta, por ejemplo \\\\\\\\servidor\\recurso\\carpeta',
  },
  'licence-path-share-unmounted': {
    sentence: 'Este equipo no puede abrir una carpeta compartida por su dirección.',
    nextStep:
      'Monte el recurso compartido para Print ORS Service y después introduzca la carpeta en la que está montado.',
  },
  'licence-path-not-local': {
    sentence: 'Una carpeta compartida no puede ser la carpeta de un servidor de licencias local.',
    nextStep: 'Elija el tipo «Remoto» o una carpeta de este equipo.',
  },
  'share-host-not-saved': {
    sentence:
      'El servidor {host} no está en la configuración guardada, por lo que Print ORS Service aún no inicia sesión en él.',
    nextStep: 'Guarde primero la configuración y después pruebe la carpeta.',
  },
  'nothing-to-copy': {
    sentence: 'Aún no hay ninguna licencia que copiar.',
    nextStep: 'Espere a que llegue una licencia o importe una.',
  },
};
