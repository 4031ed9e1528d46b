// Minifies the style sheets and scripts of a release build and writes .br and .gz beside
// every file that compresses, so that any static host can serve them as they are.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const COMPRESSIBLE = /\.(html|css|js|mjs|wasm|json|svg|txt|webmanifest|map)$/;
const folder = process.env.TRUNK_STAGING_DIR;
if (process.env.TRUNK_PROFILE !== 'release' || !folder) process.exit(0);

/** Every file below a folder. */
function filesOf(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** Writes a style sheet or script back in its shortest form. */
function minify(file) {
  const loader = file.endsWith('.css') ? 'css' : 'js';
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader, minify: true, target: 'esnext', legalComments: 'none' });
  writeFileSync(file, code);
}

function compress(file) {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

const files = filesOf(folder);
files.filter((file) => /\.(css|m?js)$/.test(file)).forEach(minify);
files.filter((file) => COMPRESSIBLE.test(file)).forEach(compress);
