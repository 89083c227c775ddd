// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      'Não é possível utilizar uma letra de unidade para um servidor de licenças remoto: só existe para o utilizador, não para o Print ORS Service.',
    nextStep: 'Introduzir a própria pasta partilhada, por exemplo \\\\\\\\servidor\\partilha\\pasta',
  },
  'licence-path-share-form': {
    sentence: 'Este não é o endereço de uma pasta partilhada.',
    nextStep: 'Introduzir servidor, partilha e pasta, por exemplo \\\\\\\\servidor\\partilha\\pasta',
  },
  'licence-path-share-unmounted': {
    sentence: 'Este computador não consegue abrir uma pasta partilhada pelo endereço.',
    nextStep: 'Montar a partilha para o Print ORS Service e introduzir depois a pasta onde está montada.',
  },
  'licence-path-not-local': {
    sentence: 'Uma pasta partilhada não pode ser a pasta de um servidor de licenças local.',
    nextStep: 'Escolher Remoto como tipo ou uma pasta neste computador.',
  },
  'share-host-not-saved': {
    sentence:
      'O servidor {host} não está nas definições guardadas, pelo que o Print ORS Service ainda não inicia sessão nele.',
    nextStep: 'Guardar primeiro as definições e testar depois a pasta.',
  },
  'nothing-to-copy': {
    sentence: 'Ainda não há nenhuma licença para copiar.',
    nextStep: 'Aguardar que chegue uma licença ou importar uma.',
  },
};
