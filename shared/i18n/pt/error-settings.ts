export const errorSettings = {
  'settings-broken': {
    sentence:
      'Não foi possível ler o ficheiro de definições. Foi conservado à parte tal como estava e estão em vigor as predefinições.',
    nextStep: 'Verificar as definições e guardá-las.',
  },
  'settings-newer': {
    sentence:
      'O ficheiro de definições foi criado por uma versão mais recente deste programa. Foi conservado à parte tal como estava e estão em vigor as predefinições.',
    nextStep: 'Atualizar este programa ou introduzir novamente as definições.',
  },
  'settings-changed-meanwhile': {
    sentence: 'Entretanto, as definições foram alteradas noutro local.',
    nextStep: 'Ver as definições tal como estão agora e alterá-las novamente.',
  },
  'settings-locked': {
    sentence: 'Outro programa está a guardar as definições neste momento.',
    nextStep: 'Aguardar um momento e guardar novamente.',
  },
  'settings-not-writable': {
    sentence: 'Não foi possível guardar o ficheiro; o que foi guardado antes não se alterou.',
    nextStep: 'Verificar se há espaço no disco e se é permitido escrever nesse local.',
  },
  'settings-invalid': {
    sentence: 'As definições têm um erro e não foram guardadas.',
    nextStep: 'Corrigir os campos assinalados e guardar novamente.',
  },
  'setting-locked': {
    sentence: 'Esta definição é fixada por uma política da organização. {by}',
    nextStep: 'Perguntar a quem é responsável pela política.',
  },
  'policy-untrusted': {
    sentence: 'A política {file} é ignorada, porque não é fidedigna ({why}).',
    nextStep:
      'Pedir a um administrador que faça com que o ficheiro e a sua pasta pertençam a root ou aos Administradores, que mais ninguém possa escrever neles e que todos possam ler o ficheiro.',
  },
  'policy-invalid': {
    sentence: 'A política {file} é ignorada, porque tem um erro em {detail}.',
    nextStep:
      'Pedir a um administrador que a corrija. A sua forma é mostrada por: remote-service schema policy',
  },
  'setting-unknown': {
    sentence: 'Não existe nenhuma definição com o nome {key}.',
    nextStep: 'Listar os nomes com: settings get',
  },
  'setting-not-available': {
    sentence: 'Esta versão do programa não oferece esta definição.',
    nextStep: 'Escolher outra definição.',
  },
  'setting-value-wrong': {
    sentence: 'Este valor não é adequado para {key}.',
    nextStep:
      'Indicar true ou false, um número, uma das palavras admitidas ou JSON para uma lista, conforme a definição exige.',
  },
  'setting-required': {
    sentence: 'Este campo tem de ser preenchido.',
    nextStep: 'Introduzir um valor.',
  },
  'setting-too-long': {
    sentence: 'Este valor é demasiado longo.',
    nextStep: 'Introduzir, no máximo, {max} caracteres.',
  },
  'setting-characters': {
    sentence: 'Este valor contém caracteres que não podem ser utilizados aqui.',
    nextStep: 'Introduzi-lo novamente à mão; ao copiar podem vir caracteres invisíveis.',
  },
  'proxy-url-invalid': {
    sentence: 'Isto não é o endereço de um servidor proxy.',
    nextStep: 'Introduzir o nome do anfitrião e a porta, por exemplo proxy.example.com:8080',
  },
  'proxy-url-required': {
    sentence: 'Falta o endereço do servidor proxy.',
    nextStep: 'Introduzir o nome do anfitrião e a porta, por exemplo proxy.example.com:8080',
  },
  'proxy-user-name-required': {
    sentence: 'Falta o nome de utilizador do proxy.',
    nextStep:
      'Introduzir o nome de utilizador para o servidor proxy ou desativar Autenticação no servidor proxy.',
  },
  'proxy-password-required': {
    sentence: 'Falta a palavra-passe do proxy.',
    nextStep: 'Introduzir a palavra-passe para o servidor proxy ou desativar Autenticação no servidor proxy.',
  },
  'proxy-detect-with-assistance': {
    sentence: 'A assistência remota não funciona com definições de proxy detetadas automaticamente.',
    nextStep: 'Escolher Sem servidor proxy ou Utilizar servidor proxy ou não permitir a assistência remota.',
  },
  'certificate-unreadable': {
    sentence: 'Isto não é um certificado.',
    nextStep:
      'Escolher um ficheiro com um certificado da organização (PEM ou DER); o administrador de rede tem-no.',
  },
  'certificate-no-authority': {
    sentence: 'O certificado {name} pertence a um único servidor e não pode responder por outros.',
    nextStep: 'Escolher o certificado da autoridade de certificação que o emitiu.',
  },
  'certificate-out-of-date': {
    sentence: 'O certificado {name} não é válido neste momento.',
    nextStep: 'Pedir o certificado atual ao administrador de rede e verificar o relógio deste computador.',
  },
  'licence-path-required': {
    sentence: 'Falta o caminho da licença.',
    nextStep: 'Escolher a pasta que contém o ficheiro de licença.',
  },
  'licence-path-not-absolute': {
    sentence: 'O caminho da licença não está completo.',
    nextStep: 'Introduzir o caminho completo, desde o início.',
  },
  'licence-server-name-taken': {
    sentence: 'Outro servidor de licenças tem este nome.',
    nextStep: 'Introduzir outro nome.',
  },
  'licence-server-path-taken': {
    sentence: 'Outro servidor de licenças utiliza esta pasta.',
    nextStep: 'Escolher outra pasta.',
  },
  'licence-server-unknown': {
    sentence: 'Este servidor de licenças não está nas definições guardadas.',
    nextStep: 'Guardar primeiro as definições.',
  },
  'licence-file-name-invalid': {
    sentence: 'Este nome de ficheiro não pode ser utilizado.',
    nextStep: 'Utilizar apenas letras, algarismos, pontos e hífenes.',
  },
  'settings-document-unusable': {
    sentence: 'O ficheiro não contém definições que possam ser importadas: {detail}.',
    nextStep: 'Exportar novamente as definições ou corrigir o ficheiro. Nada foi alterado.',
  },
  'secret-from-stdin': {
    sentence: 'Um dado secreto não é aceite na linha de comandos, onde outros o poderiam ler.',
    nextStep: 'Indicar um hífen como valor e enviar o dado secreto para a entrada padrão.',
  },
  'command-unknown': {
    sentence: 'Não existe o comando {command}.',
    nextStep: 'Listar os comandos com: --help',
  },
  'usage-wrong': {
    sentence: 'O comando não foi indicado como deveria: {detail}',
    nextStep: 'Ver como se utiliza com: --help',
  },
  'file-unreadable': {
    sentence: 'Não foi possível ler o ficheiro {file}.',
    nextStep: 'Verificar o nome do ficheiro e se é permitido lê-lo.',
  },
  'vendor-profile-invalid': {
    sentence: 'O perfil do fornecedor deste programa não é utilizável: {detail}',
    nextStep: 'Instalar novamente o programa ou informar o suporte técnico.',
  },
  'data-folder-unsafe': {
    sentence:
      'Outras pessoas podem alterar a pasta de dados {folder}, pelo que o programa não inicia com ela.',
    nextStep: 'Retirar a outros os direitos sobre a pasta e iniciar novamente.',
  },
  'data-folder-unusable': {
    sentence: 'Não é possível utilizar a pasta de dados {folder}.',
    nextStep: 'Verificar se é possível escrever na pasta e se há espaço no disco.',
  },
  'certificate-checks-off': {
    sentence: 'O ambiente desativa a verificação de certificados, pelo que o serviço não inicia.',
    nextStep: 'Remover NODE_TLS_REJECT_UNAUTHORIZED do ambiente.',
  },
  'switch-refused': {
    sentence: 'O programa não inicia com --{name}, porque isso lhe retira a proteção.',
    nextStep:
      'Iniciá-lo sem essa opção. Se uma AppImage o mostrar por si, este sistema não permite o ambiente isolado: instalar aí o pacote deb ou rpm.',
  },
};
