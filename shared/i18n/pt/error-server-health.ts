export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: 'Isto não é uma porta de um servidor de licenças.',
    nextStep:
      'Introduzir uma porta, por exemplo 27000, ou um intervalo como 27000-27009; deixar vazio para qualquer porta.',
  },
  'licence-host-invalid': {
    sentence: 'Isto não é o nome de um computador.',
    nextStep: 'Introduzir apenas o nome do anfitrião ou o endereço, sem porta.',
  },
  'reread-command-not-absolute': {
    sentence: 'O programa do comando de releitura não está indicado com o caminho completo.',
    nextStep: 'Introduzir na primeira linha o programa com o caminho completo, desde o início.',
  },
  'reread-not-started': {
    sentence:
      'Não foi possível iniciar o comando de releitura de {name}. Ainda assim, a nova licença está instalada.',
    nextStep: 'Verificar se o programa existe e se a conta do Print ORS Service o pode executar.',
  },
  'reread-failed': {
    sentence:
      'O comando de releitura de {name} terminou com o código {exitCode}. Ainda assim, a nova licença está instalada.',
    nextStep:
      'Experimentar o comando manualmente ou fazer com que o servidor de licenças leia novamente o seu ficheiro de licença.',
  },
  'reread-timed-out': {
    sentence:
      'O comando de releitura de {name} não terminou por si só em 30 segundos. Ainda assim, a nova licença está instalada.',
    nextStep:
      'Experimentar o comando manualmente ou fazer com que o servidor de licenças leia novamente o seu ficheiro de licença.',
  },
};
