export const errorControl = {
  'service-not-installed': {
    sentence: 'O Print ORS Service não está instalado neste computador.',
    nextStep: 'Instalar novamente o programa ou perguntar ao administrador deste computador.',
  },
  'service-disabled': {
    sentence: 'O Print ORS Service está desativado neste computador, pelo que não pode ser iniciado.',
    nextStep: 'Pedir ao administrador deste computador que ative o serviço.',
  },
  'service-control-failed': {
    sentence: 'O Print ORS Service não fez o que lhe foi pedido.',
    nextStep: 'Ver em Serviços como terminou a última execução. Se persistir, contactar o suporte técnico.',
  },
  'service-manager-silent': {
    sentence: 'O gestor de serviços deste computador não responde.',
    nextStep: 'Tentar novamente dentro de momentos. Se persistir, reiniciar este computador.',
  },
  'elevation-needed': {
    sentence:
      'A partir desta conta, só um administrador deste computador pode iniciar ou parar o Print ORS Service.',
    nextStep: 'Pedir a um administrador que o faça ou que adicione a conta ao grupo de operadores.',
  },
  'elevation-refused': {
    sentence: 'O sistema não deu autorização, pelo que nada foi alterado.',
    nextStep: 'Tentar novamente com o nome e a palavra-passe de um administrador deste computador.',
  },
  'account-unknown': {
    sentence: 'Esta conta não existe.',
    nextStep:
      'Verificar o domínio e o nome de utilizador. As contas de um domínio só são conhecidas enquanto o seu servidor estiver acessível.',
  },
  'account-administrator': {
    sentence: 'A conta do administrador não deve executar o Print ORS Service.',
    nextStep: 'Escolher uma conta que tenha apenas os direitos necessários para as pastas da licença.',
  },
  'account-password-wrong': {
    sentence: 'A palavra-passe não é a desta conta, pelo que nada foi alterado.',
    nextStep:
      'Escrevê-la novamente, respeitando maiúsculas e minúsculas. Após várias palavras-passe erradas, uma conta pode ser bloqueada.',
  },
  'account-no-service-logon': {
    sentence: 'Esta conta não pode iniciar sessão como serviço neste computador, pelo que nada foi alterado.',
    nextStep:
      'Pedir a um administrador que lhe conceda o direito «Iniciar sessão como um serviço» na política de segurança local e que confirme que não está desativada, expirada nem bloqueada.',
  },
  'account-change-failed': {
    sentence:
      'O Print ORS Service não iniciou com esta conta, pelo que voltou a ser executado com a anterior.',
    nextStep:
      'Confirmar que a conta pode iniciar sessão como serviço e utilizar as pastas dos servidores de licenças e tentar novamente.',
  },
  'account-not-restored': {
    sentence:
      'O Print ORS Service não iniciou com esta conta nem com a anterior, cuja palavra-passe o Windows não dá a ninguém.',
    nextStep: 'Escolher novamente a conta anterior e escrever a sua palavra-passe.',
  },
};
