export const errorUpdate = {
  'update-index-refused': {
    sentence: 'A lista de versões do software não passou na verificação ({reason}); foi pedida duas vezes.',
    nextStep: 'Nada foi transferido. Se persistir, informar o suporte técnico.',
  },
  'update-hash-mismatch': {
    sentence:
      'A atualização transferida não é a que o fornecedor assinou; foi obtida duas vezes e eliminada.',
    nextStep:
      'Escolher Transferir para a obter mais uma vez. Se voltar a falhar, informar o suporte técnico.',
  },
  'update-too-large': {
    sentence:
      'Chegou mais do que o tamanho assinado da atualização; a transferência foi terminada e eliminada.',
    nextStep:
      'Escolher Transferir para a obter mais uma vez. Se voltar a falhar, informar o suporte técnico.',
  },
  'update-disk-full': {
    sentence: 'Não há espaço livre suficiente para a atualização.',
    nextStep: 'Libertar espaço; a transferência continua então automaticamente.',
  },
  'update-folder-unusable': {
    sentence: 'Não foi possível escrever a atualização na pasta de transferências do Print ORS Service.',
    nextStep: 'Verificar o disco deste computador e escolher depois Transferir.',
  },
  'update-none': {
    sentence: 'Não há nenhuma atualização para transferir.',
    nextStep: 'Procurar atualizações novamente mais tarde.',
  },
  'update-not-downloaded': {
    sentence: 'A atualização ainda não está neste computador.',
    nextStep: 'Aguardar até que esteja transferida e verificada e instalá-la depois.',
  },
  'update-changed': {
    sentence:
      'A atualização transferida foi alterada depois de ter sido verificada; foi eliminada e está a ser obtida de novo.',
    nextStep: 'Aguardar até que esteja novamente transferida e verificada.',
  },
  'update-installer-unknown': {
    sentence: 'Este computador não consegue iniciar por si só este tipo de instalador.',
    nextStep: 'Perguntar ao suporte técnico como instalar esta atualização.',
  },
  'update-install-refused': {
    sentence: 'O sistema não permitiu a instalação da atualização.',
    nextStep: 'Pedir a um administrador deste computador que a instale.',
  },
  'update-install-failed': {
    sentence: 'Não foi possível instalar a atualização; a versão em utilização mantém-se.',
    nextStep: 'Tentar novamente. Se voltar a falhar, informar o suporte técnico.',
  },
};
