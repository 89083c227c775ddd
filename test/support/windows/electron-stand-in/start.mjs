// Electron's own executable is the first word of its command line, and the application no word of it.
process.argv.splice(1, 1);
await import('./out/main/main.js');
