/** An answer of `sc.exe` or `reg.exe` as people have published it, with where it was found. */
export interface PublishedOutput {
  language: string;
  source: string;
  text: string;
}

const lines = (...text: string[]) => text.join('\r\n');

export const RUNNING: readonly (PublishedOutput & { processId: number | null })[] = [
  {
    language: 'English, queryex',
    source: 'https://github.com/ValdikSS/GoodbyeDPI/issues/440',
    processId: 2148,
    text: lines(
      '',
      'SERVICE_NAME: GoodbyeDPI',
      '        TYPE               : 10  WIN32_OWN_PROCESS',
      '        STATE              : 4  RUNNING',
      '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)',
      '        WIN32_EXIT_CODE    : 0  (0x0)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
      '        PID                : 2148',
      '        FLAGS              :',
    ),
  },
  {
    language: 'Russian, queryex, every label translated',
    source: 'https://github.com/ValdikSS/GoodbyeDPI/issues/544',
    processId: 13_688,
    text: lines(
      'Имя_службы: GoodbyeDPI',
      '        Тип                : 10  WIN32_OWN_PROCESS',
      '        Состояние          : 4  RUNNING',
      '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)',
      '        Код_выхода_Win32   : 0  (0x0)',
      '        Код_выхода_службы  : 0  (0x0)',
      '        Контрольная_точка  : 0x0',
      '        Ожидание           : 0x0',
      '        ID_процесса        : 13688',
      '        Флаги              :',
    ),
  },
  {
    language: 'Italian, query',
    source: 'a published note "MySQL - Workbench", sc query mysql80',
    processId: null,
    text: lines(
      'NOME_SERVIZIO: mysql80',
      '        TIPO                   : 10  WIN32_OWN_PROCESS',
      '        STATO                  : 4  RUNNING',
      '                                (STOPPABLE, PAUSABLE, ACCEPTS_SHUTDOWN)',
      '        CODICE_USCITA_WIN32    : 0  (0x0)',
      '        CODICE_USCITA_SERVIZIO : 0  (0x0)',
      '        PUNTO_CONTROLLO          : 0x0',
      '        INDICAZIONE_ATTESA     : 0x0',
    ),
  },
  {
    language: 'German, where only the display name is translated',
    source:
      'https://github.com/SecretLUL/WinMedic, recorded outputs of a German Windows 11: sc_query_spooler.bin',
    processId: null,
    text: lines(
      '',
      'SERVICE_NAME: spooler ',
      '        TYPE               : 110  WIN32_OWN_PROCESS  (interactive)',
      '        STATE              : 4  RUNNING ',
      '                                (STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)',
      '        WIN32_EXIT_CODE    : 0  (0x0)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
    ),
  },
  {
    language: 'Russian, queryex of a per-user service, whose type has no name',
    source: 'a published list of services, sc queryex type= service',
    processId: 10_476,
    text: lines(
      'SERVICE_NAME: WpnUserService_c3150',
      'DISPLAY_NAME: Пользовательская служба push-уведомлений Windows_c3150',
      '        TYPE               : f0   ERROR  ',
      '        STATE              : 4  RUNNING ',
      '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_PRESHUTDOWN)',
      '        WIN32_EXIT_CODE    : 0  (0x0)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
      '        PID                : 10476',
      '        FLAGS              : ',
    ),
  },
];

export const NEVER_STARTED: readonly PublishedOutput[] = [
  {
    language: 'Italian',
    source: 'a published read-me "CloudProject", sc.exe query com.docker.service',
    text: lines(
      'NOME_SERVIZIO: com.docker.service ',
      '        TIPO                    : 10  WIN32_OWN_PROCESS  ',
      '        STATO                   : 1  STOPPED ',
      '        CODICE_USCITA_WIN32     : 1077  (0x435)',
      '        CODICE_USCITA_SERVIZIO  : 0  (0x0)',
      '        PUNTO_CONTROLLO         : 0x0',
      '        SUGGERIMENTO_ATTESA     : 0x0',
    ),
  },
  {
    language: 'English, flags of a stopped service included',
    source: 'a published note on wmzwebpy, sc query after the installation',
    text: lines(
      'SERVICE_NAME: wmzwebpy',
      '        TYPE               : 10  WIN32_OWN_PROCESS',
      '        STATE              : 1  STOPPED',
      '                                (NOT_STOPPABLE,NOT_PAUSABLE,IGNORES_SHUTDOWN)',
      '        WIN32_EXIT_CODE    : 1077       (0x435)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
    ),
  },
];

export const ENDED: readonly (PublishedOutput & {
  state: 'stopped' | 'failed';
  exit: { code: number; meaning: string };
})[] = [
  {
    language: 'English, as asked',
    source: 'https://github.com/osquery/osquery/issues/2851',
    state: 'stopped',
    exit: { code: 0, meaning: 'clean' },
    text: lines(
      '',
      'SERVICE_NAME: osqueryd',
      '        TYPE               : 10  WIN32_OWN_PROCESS',
      '        STATE              : 1  STOPPED',
      '        WIN32_EXIT_CODE    : 0  (0x0)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
    ),
  },
  {
    language: 'English, by its own exception',
    source: 'a published read-me on a pipe server, sc.exe query PipeServer',
    state: 'failed',
    exit: { code: 1067, meaning: 'crashed' },
    text: lines(
      'SERVICE_NAME: PipeServer',
      '        TYPE               : 10  WIN32_OWN_PROCESS',
      '        STATE              : 1  STOPPED',
      '        WIN32_EXIT_CODE    : 1067  (0x42b)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
    ),
  },
  {
    language: 'English, queryex after taskkill /F',
    source: 'published notes on the "CQURE 5-day challenge", sc queryex stopme',
    state: 'failed',
    exit: { code: 1067, meaning: 'crashed' },
    text: lines(
      '',
      'SERVICE_NAME: stopme',
      '        TYPE               : 10  WIN32_OWN_PROCESS',
      '        STATE              : 1  STOPPED',
      '        WIN32_EXIT_CODE    : 1067  (0x42b)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x0',
      '        PID                : 0',
      '        FLAGS              :',
    ),
  },
];

export const ON_THE_WAY: readonly (PublishedOutput & { state: 'starting' | 'stopping' })[] = [
  {
    language: 'English labels on a Chinese system, queryex',
    source: 'https://github.com/chengr28/Pcap_DNSProxy/issues/24',
    state: 'starting',
    text: lines(
      'SERVICE_NAME: PcapDNSProxyService',
      '        TYPE               : 10  WIN32_OWN_PROCESS',
      '        STATE              : 2  START_PENDING',
      '                                (NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)',
      '        WIN32_EXIT_CODE    : 0  (0x0)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        CHECKPOINT         : 0x0',
      '        WAIT_HINT          : 0x7d0',
      '        PID                : 6308',
      '        FLAGS              :',
    ),
  },
  {
    language: 'French, with a space in front of the colon',
    source: 'a published exercise in the commands of a French Windows, sc stop',
    state: 'stopping',
    text: lines(
      '',
      'NOM_SERVICE : Spooler',
      '        TYPE               : 110  WIN32_OWN_PROCESS',
      '        ÉTAT               : 3  STOP_PENDING',
      '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)',
      '        WIN32_EXIT_CODE    : 0  (0x0)',
      '        SERVICE_EXIT_CODE  : 0  (0x0)',
      '        POINT_CONTRÔLE     : 0x0',
      '        WAIT_HINT          : 0x0',
    ),
  },
];

/** An output of success has its number where no refusal has one. */
export const SUCCESSES: readonly PublishedOutput[] = [
  {
    language: 'German',
    source: 'https://github.com/drittich/DnsTube/issues/48',
    text: lines('[SC] CreateService ERFOLG', '[SC] ChangeServiceConfig2 ERFOLG'),
  },
  {
    language: 'Russian',
    source: 'https://github.com/ValdikSS/GoodbyeDPI/issues/544',
    text: lines('[SC] CreateService: успех', '[SC] ChangeServiceConfig2: успех'),
  },
];

export const REFUSALS: readonly (PublishedOutput & { code: number })[] = [
  {
    language: 'English',
    source: 'https://github.com/henriquelucas/Reset-Licen-a-Anydesk/issues/3',
    code: 1060,
    text: lines(
      '[SC] OpenService FAILED 1060:',
      '',
      'The specified service does not exist as an installed service.',
    ),
  },
  {
    language: 'English, enumeration',
    source: 'https://github.com/ComodoSecurity/openedr/issues/2 (Spanish)',
    code: 1060,
    text: lines(
      '[SC] EnumQueryServicesStatus:OpenService ERROR 1060:',
      '',
      'El servicio especificado no existe como servicio instalado.',
    ),
  },
  {
    language: 'German',
    source: 'https://github.com/SecretLUL/WinMedic, sc_qc_not_installed_de.bin',
    code: 1060,
    text: lines('[SC] OpenService FEHLER 1060:', '', 'Der angegebene Dienst ist kein installierter Dienst.'),
  },
  {
    language: 'Italian',
    source: 'a published read-me "CloudProject", sc.exe start com.docker.service',
    code: 5,
    text: lines('[SC] StartService: OpenService OPERAZIONI NON RIUSCITE 5:', '', 'Accesso negato.'),
  },
  {
    language: 'French',
    source: 'a published exercise in the commands of a French Windows, sc start',
    code: 1056,
    text: lines(
      '[SC] StartService échec(s) 1056 :',
      '',
      'Une instance du service est déjà en cours d’exécution.',
    ),
  },
  {
    language: 'French, with the no-break space of French typography',
    source: 'a published exercise in the commands of a French Windows, sc stop',
    code: 5,
    text: lines('[SC] OpenService échec(s) 5\u00a0:', '', 'Accès refusé.'),
  },
  {
    language: 'Russian',
    source: 'https://github.com/ValdikSS/GoodbyeDPI/issues/544',
    code: 1060,
    text: lines('[SC] OpenService: ошибка: 1060:', 'Указанная служба не установлена.'),
  },
  {
    language: 'English, on the way to the start',
    source: 'https://github.com/ericwj/PsSecDrv/issues/3',
    code: 1060,
    text: lines(
      '[SC] StartService: OpenService FAILED 1060:',
      '',
      'The specified service does not exist as an installed service.',
      '',
    ),
  },
  {
    language: 'English, no answer in time',
    source: 'https://github.com/gogs/docs/issues/254',
    code: 1053,
    text: lines(
      '[SC] StartService FAILED 1053:',
      '',
      'The service did not respond to the start or control request in a timely fashion.',
    ),
  },
  {
    language: 'English, without the right to log on as a service; all on one line',
    source: 'a published note on an agent that did not start, "the service logon right was stripped"',
    code: 1069,
    text: '[SC] StartService FAILED 1069: The service did not start due to a logon failure.',
  },
  {
    language: 'German, behind successes whose names have digits',
    source: 'https://github.com/drittich/DnsTube/issues/48',
    code: 1053,
    text: lines(
      '[SC] CreateService ERFOLG',
      '[SC] ChangeServiceConfig2 ERFOLG',
      'Starting service...',
      '[SC] StartService FEHLER 1053:',
      '',
      'Der Dienst antwortete nicht rechtzeitig auf die Start- oder Steuerungsanforderung.',
    ),
  },
  {
    language: 'French, enumeration',
    source: 'a published read-me "SerialPortPoolService", sc query before the installation',
    code: 1060,
    text: lines(
      '[SC] EnumQueryServicesStatus:OpenService échec(s) 1060 :',
      '',
      "Le service spécifié n'existe pas en tant que service installé.",
    ),
  },
  {
    language: 'Chinese, no answer in time; all on one line',
    source: 'https://github.com/chengr28/Pcap_DNSProxy/issues/400',
    code: 1053,
    text: '[SC] StartService 失败 1053: 服务没有及时响应启动或控制请求。',
  },
  {
    language: 'Chinese, one that runs already',
    source: 'https://github.com/chengr28/Pcap_DNSProxy/issues/24',
    code: 1056,
    text: lines('[SC] StartService 失败 1056:', '', '服务的实例已在运行中。'),
  },
  {
    language: 'Chinese',
    source: 'https://github.com/chengr28/Pcap_DNSProxy/issues/133',
    code: 1060,
    text: lines('[SC] OpenService 失败 1060:', '', '指定的服务未安装。'),
  },
];

export const REGISTRY: PublishedOutput = {
  language: 'any: reg.exe translates no name of a value',
  source: 'a published note on dnscrypt-proxy, reg query of its service',
  text: lines(
    '',
    'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\dnscrypt-proxy',
    '    Type    REG_DWORD    0x10',
    '    Start    REG_DWORD    0x2',
    '    ErrorControl    REG_DWORD    0x0',
    '    ImagePath    REG_EXPAND_SZ    C:\\Users\\Bruno\\LocalDnsApps\\dnscrypt-proxy\\dnscrypt-proxy.exe -config dnscrypt-proxy.toml',
    '    DisplayName    REG_SZ    DNSCrypt client proxy',
    '    ObjectName    REG_SZ    LocalSystem',
    '    Description    REG_SZ    Encrypted/authenticated DNS proxy',
    '    DelayedAutostart    REG_DWORD    0x1',
  ),
};
