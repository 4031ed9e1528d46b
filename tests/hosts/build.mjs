// Puts the example hosts into a folder as they are served: pages and sheets as they stand, what is
// written in JSX bundled. `build(folder)`
import { cpSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const HERE = new URL('.', import.meta.url).pathname;
export const HOSTS = ['plain', 'react', 'portal', 'strict', 'two', 'frame', 'look'];

export function build(folder) {
  for (const host of [...HOSTS, 'northwind.css']) {
    cpSync(path.join(HERE, host), path.join(folder, host), { recursive: true, filter: (file) => !file.endsWith('.jsx') });
  }
  buildSync({
    entryPoints: ['react', 'portal'].map((host) => path.join(HERE, host, 'main.jsx')),
    outdir: folder,
    outbase: HERE,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [path.join(HERE, '..', 'node_modules')],
    logLevel: 'error',
  });
}
