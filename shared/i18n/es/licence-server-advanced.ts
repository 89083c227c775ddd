export const licenceServerAdvanced = {
  summary: 'Avanzado',
  host: 'Equipo del servidor de licencias',
  hostHelpLocal: 'Dónde se consulta el servicio de licencia en su puerto; vacío significa este equipo.',
  hostHelpRemote:
    'Dónde se consulta el servicio de licencia en su puerto; vacío significa el equipo que comparte la carpeta.',
  ports: 'Puerto',
  portsHelp:
    'Un puerto o un intervalo; vacío significa el que fija el archivo de licencia o, si no, 27000-27009.',
  hostId: 'ID de host',
  hostIdHelp:
    'Un archivo de licencia vinculado a otro ID de host no se instala aquí. Vacío significa el del archivo existente.',
  reread: 'Comando de relectura',
  rereadHelp:
    'Se ejecuta tras instalar una nueva licencia, con la cuenta de Print ORS Service. Una palabra por línea, primero el programa con su ruta completa; déjelo vacío si el servidor de licencias lo detecta por sí mismo.',
  confirm: {
    title: '¿Ejecutar este comando después de cada nueva licencia?',
    message:
      'Print ORS Service lo ejecuta con su propia cuenta, exactamente como figura aquí: sin shell y con un entorno vacío, durante 30 segundos como máximo.',
    word: 'Palabra {number}',
    yes: 'Usar este comando',
    no: 'Volver',
  },
};
