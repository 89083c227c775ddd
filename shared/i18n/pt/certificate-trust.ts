export const certificateTrust = {
  offer: 'Confiar no certificado desta organização',
  title: 'Confiar no certificado desta organização?',
  text: 'Quem possui este certificado pode ler a ligação ao back office. Pedir a impressão digital ao departamento de informática ou ao suporte técnico e continuar apenas se for igual, carácter a carácter. O certificado é adicionado às definições e aplica-se apenas ao back office.',
  confirm: 'É igual: confiar',
  saved: 'O certificado passa a ser de confiança.',
};
