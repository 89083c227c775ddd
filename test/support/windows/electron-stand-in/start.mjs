// Started by launcher.c: the real bundle, with the words as Electron would hand them over.
process.argv.splice(1, 1);
await import('./out/main/main.js');
