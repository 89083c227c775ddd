export const licenceServerAdvanced = {
  summary: 'Avançado',
  host: 'Computador do servidor de licenças',
  hostHelpLocal: 'Onde o serviço de licenças é consultado na sua porta; vazio significa este computador.',
  hostHelpRemote:
    'Onde o serviço de licenças é consultado na sua porta; vazio significa o computador que partilha a pasta.',
  ports: 'Porta',
  portsHelp:
    'Uma porta ou um intervalo; vazio significa a que o ficheiro de licença fixa ou, em alternativa, 27000-27009.',
  hostId: 'ID do anfitrião',
  hostIdHelp:
    'Um ficheiro de licença vinculado a outro ID do anfitrião não é instalado aqui. Vazio significa o do ficheiro existente.',
  reread: 'Comando de releitura',
  rereadHelp:
    'Executado depois de instalada uma nova licença, pela conta do Print ORS Service. Uma palavra por linha, primeiro o programa com o caminho completo; deixar vazio se o servidor de licenças detetar a alteração por si só.',
  confirm: {
    title: 'Executar este comando após cada nova licença?',
    message:
      'O Print ORS Service executa-o com a sua própria conta, exatamente como está aqui: sem shell e com um ambiente vazio, durante 30 segundos no máximo.',
    word: 'Palavra {number}',
    yes: 'Utilizar este comando',
    no: 'Voltar',
  },
};
