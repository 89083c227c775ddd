// Compiles the Windows helper: node compile-host.mjs FOLDER OUTPUT real|scripted
import path from 'node:path';
import { readProduct } from '../../../build/packaging/product.mjs';
import { compileHost } from '../../../build/windows/compile-host.mjs';

const [folder, output, kind] = process.argv.slice(2);
const table = kind === 'scripted' ? path.join(import.meta.dirname, 'scripted-system.c') : undefined;
await compileHost({ folder, output, product: readProduct({ official: true }), table });
