// Puts what boot.js imports into it: an import would be one more request before the first figures.
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { place } from './hashed.mjs';

const SOURCE = new URL('../../public/boot.js', import.meta.url).pathname;

/** Writes the page's starter in one piece, and its name into the page. */
export async function bundleBoot(folder) {
  const result = await build({
    entryPoints: [SOURCE],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'esnext',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const [old, ...others] = readdirSync(folder).filter((name) => /^boot-[0-9a-f]+\.js$/.test(name));
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8');
  if (!old || others.length || !html.includes(old)) throw new Error('The page does not name one boot.js.');
  unlinkSync(path.join(folder, old));
  writeFileSync(page, html.replaceAll(old, place(folder, 'boot', '.js', result.outputFiles[0].text)));
}
