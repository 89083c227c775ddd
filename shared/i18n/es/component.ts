export const component = {
  field: { locked: 'Establecido por {by}. No se puede cambiar aquí.' },
  secret: {
    show: 'Mostrar',
    hide: 'Ocultar',
    stored: 'Establecido. Escriba para reemplazar',
    neverShown: 'El valor establecido no se muestra nunca. Escriba uno nuevo para verlo.',
    empty: 'Aún no hay nada que mostrar.',
  },
  saveBar: {
    save: 'Guardar',
    cancel: 'Cancelar',
    unchanged: 'Aún no ha cambiado nada.',
    check: 'Aún no se ha guardado nada. Revise:',
  },
  table: { actions: 'Acciones' },
  dialog: { close: 'Cerrar', cancel: 'Cancelar' },
  banner: { dismiss: 'Cerrar este mensaje' },
  skeleton: { loading: 'Cargando' },
  copy: { copied: 'Copiado', refused: 'No se ha podido copiar. Seleccione el texto y cópielo manualmente.' },
  pageHeader: { place: 'Ubicación en el árbol' },
  step: { done: 'Hecho', current: 'Paso siguiente', waiting: 'Espera a los pasos anteriores' },
};
