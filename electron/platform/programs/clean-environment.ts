/** Names of the environment through which other code could be put into a program that is started. */
const LOADS_CODE =
  /^(LD_|DYLD_|NODE_|ELECTRON_|PYTHON|PERL|RUBY|BASH_ENV$|ENV$|GTK_MODULES$|GTK_PATH$|QT_PLUGIN_PATH$|QT_QPA_PLATFORM_PLUGIN_PATH$|REMOTE_SERVICE_)/;

/** The operator's own environment, as their desktop made it, without what loads code. */
export const cleanEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !LOADS_CODE.test(name)));
