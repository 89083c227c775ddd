export const errorLicence = {
  'path-missing': {
    sentence: 'A pasta da licença não existe.',
    nextStep: 'Verificar o caminho da licença ou criar a pasta.',
  },
  'not-a-folder': {
    sentence: 'O caminho da licença não é uma pasta.',
    nextStep: 'Introduzir a pasta que contém o ficheiro de licença.',
  },
  'access-denied': {
    sentence: 'A conta que executa o Print ORS Service não pode utilizar a pasta da licença.',
    nextStep: 'Dar a essa conta os direitos Modificar, Ler e Escrever na pasta.',
  },
  'read-only': {
    sentence: 'A pasta da licença só pode ser lida.',
    nextStep: 'Permitir a escrita na pasta ou escolher outra.',
  },
  'disk-full': {
    sentence: 'Não há mais espaço na pasta da licença.',
    nextStep: 'Libertar espaço; a licença é então instalada automaticamente.',
  },
  'share-unreachable': {
    sentence: 'Não foi possível ler ou escrever na pasta da licença.',
    nextStep: 'Verificar o disco ou a unidade de rede onde está a pasta.',
  },
  'timed-out': {
    sentence: 'A pasta da licença não responde.',
    nextStep: 'Verificar o disco ou a unidade de rede onde está a pasta.',
  },
  'file-in-use': {
    sentence: 'O ficheiro de licença está a ser utilizado por outro programa.',
    nextStep: 'Fechar o programa que utiliza o ficheiro; a tentativa é repetida automaticamente.',
  },
  'verify-failed': {
    sentence:
      'O ficheiro de licença, ao ser relido, não era igual ao que foi escrito; o anterior foi reposto.',
    nextStep: 'Verificar o disco onde está a pasta.',
  },
  'link-in-the-way': {
    sentence: 'No lugar do ficheiro de licença está um atalho, que não foi seguido.',
    nextStep: 'Substituir o atalho pelo ficheiro verdadeiro.',
  },
  'unknown-content': {
    sentence: 'O ficheiro de licença foi alterado por outra pessoa durante uma atualização; ficou como está.',
    nextStep: 'Verificar o ficheiro de licença e escolher depois Tentar novamente.',
  },
  'licence-file-missing': {
    sentence: 'Ainda não há nenhum ficheiro de licença na pasta da licença.',
    nextStep: 'Colocar o primeiro ficheiro de licença na pasta.',
  },
  'licence-file-unreadable': {
    sentence: 'O ficheiro de licença não é um que este programa consiga ler.',
    nextStep: 'Verificar se o ficheiro é o ficheiro de licença FlexNet do produto.',
  },
  'too-large': {
    sentence: 'O ficheiro é maior do que uma licença pode ser.',
    nextStep: 'Pedir à organização de assistência que envie novamente a licença.',
  },
  malformed: {
    sentence: 'O ficheiro não é um pacote de licença.',
    nextStep: 'Pedir à organização de assistência que envie novamente a licença.',
  },
  'header-not-allowed': {
    sentence: 'O pacote de licença tem um cabeçalho que não é permitido.',
    nextStep: 'Informar a organização de assistência.',
  },
  'wrong-type': {
    sentence: 'O ficheiro está assinado, mas é outro tipo de documento.',
    nextStep: 'Escolher o pacote de licença.',
  },
  'unknown-key': {
    sentence: 'A licença está assinada com uma chave que este programa não conhece.',
    nextStep: 'Verificar se a licença vem da organização de assistência.',
  },
  'key-revoked': {
    sentence: 'A licença está assinada com uma chave que já não é válida.',
    nextStep: 'Pedir uma nova licença à organização de assistência.',
  },
  'key-role': {
    sentence: 'A licença está assinada com uma chave que não se destina a licenças.',
    nextStep: 'Informar a organização de assistência.',
  },
  algorithm: {
    sentence: 'A licença está assinada de uma forma que não é aceite.',
    nextStep: 'Informar a organização de assistência.',
  },
  signature: {
    sentence: 'A assinatura da licença não está correta; o ficheiro foi alterado ou danificado.',
    nextStep: 'Pedir à organização de assistência que envie novamente a licença.',
  },
  'not-json': {
    sentence: 'Não é possível ler o conteúdo da licença.',
    nextStep: 'Informar a organização de assistência.',
  },
  schema: {
    sentence: 'O conteúdo da licença não é o que deveria ser.',
    nextStep: 'Informar a organização de assistência.',
  },
  'newer-format': {
    sentence: 'A licença foi feita para uma versão mais recente deste programa.',
    nextStep: 'Atualizar este programa.',
  },
  'wrong-product': {
    sentence: 'A licença é para outro produto.',
    nextStep: 'Pedir a licença correta à organização de assistência.',
  },
  'wrong-serial-number': {
    sentence: 'A licença é para outro número de série.',
    nextStep: 'Pedir à organização de assistência a licença desta instalação.',
  },
  'wrong-host': {
    sentence: 'A licença está vinculada a outro servidor de licenças.',
    nextStep: 'Pedir à organização de assistência uma licença para este servidor de licenças.',
  },
  'issued-in-future': {
    sentence: 'A licença tem uma data no futuro.',
    nextStep: 'Verificar a data e a hora deste computador.',
  },
  replayed: {
    sentence: 'A licença é mais antiga do que a instalada.',
    nextStep: 'Não é necessário fazer nada: a licença instalada mantém-se.',
  },
  conflicting: {
    sentence: 'Existem duas licenças diferentes com o mesmo número.',
    nextStep: 'Informar a organização de assistência.',
  },
  implausible: {
    sentence: 'O número da licença está muito à frente do da instalada.',
    nextStep: 'Informar a organização de assistência.',
  },
  expired: {
    sentence: 'A licença expirou e a instalada não.',
    nextStep: 'Pedir uma licença atual à organização de assistência.',
  },
  nonce: {
    sentence: 'O back office respondeu com uma prova antiga.',
    nextStep: 'Não é necessário fazer nada: a tentativa é repetida automaticamente.',
  },
  stale: {
    sentence: 'A prova do back office já não é recente.',
    nextStep: 'Verificar a data e a hora deste computador. A tentativa é repetida automaticamente.',
  },
  threshold: {
    sentence: 'O conjunto de chaves não está assinado por chaves de raiz do fornecedor em número suficiente.',
    nextStep: 'Informar a organização de assistência.',
  },
  'index-mismatch': {
    sentence: 'A licença recebida não é a que o back office tinha anunciado.',
    nextStep: 'Não é necessário fazer nada: a tentativa é repetida automaticamente.',
  },
  'maintenance-unknown': {
    sentence: 'Nenhuma licença assinada indica até quando vigora a manutenção.',
    nextStep: 'Estabelecer ligação ao back office ou instalar um pacote de licença.',
  },
  'no-licence': {
    sentence: 'A organização de assistência ainda não tem nenhuma licença para esta instalação.',
    nextStep: 'Não é necessário fazer nada: é instalada automaticamente assim que existir.',
  },
  'no-licence-server': {
    sentence: 'Não está configurado nenhum servidor de licenças.',
    nextStep: 'Adicionar um servidor de licenças em Sistema, Conectividade, Remote Service.',
  },
};
