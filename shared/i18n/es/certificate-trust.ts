export const certificateTrust = {
  offer: 'Confiar en el certificado de esta organización',
  title: '¿Confiar en el certificado de esta organización?',
  text: 'Quien posea este certificado puede leer la conexión con el back office. Pida su huella digital al departamento de informática o al centro de asistencia y continúe solo si es idéntica, carácter por carácter. El certificado se añade a la configuración y solo vale para el back office.',
  confirm: 'Es idéntica: confiar',
  saved: 'A partir de ahora se confía en el certificado.',
};
