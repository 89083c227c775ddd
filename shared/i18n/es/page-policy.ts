export const pagePolicy = {
  named: 'la directiva de {by}',
  organisation: 'la directiva de su organización',
  locked: 'Fijado por {owner}. No se puede cambiar aquí.',
  ignored: 'Hay una directiva, pero no está en vigor',
};
