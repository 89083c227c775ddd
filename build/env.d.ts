/** The program's version, taken from package.json when it is bundled. */
declare const __APP_VERSION__: string;
