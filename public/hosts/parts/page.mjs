// Where addresses are paths, index.html is also the answer to addresses deep below its folder, where
// its relative links would lead astray: they are written with the folder in front.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LINK = /="[^"]*?([^"/]+-[0-9a-f]{16}(?:_bg)?\.(?:js|css|wasm|svg)|config\.json)"/g;

/** Writes the page's links below `base`, in its packed copies, too. */
export function addressPage(files, base) {
  const name = path.join(files, 'index.html');
  const before = readFileSync(name, 'utf8');
  const after = before.replace(LINK, `="${base}$1"`);
  if (after === before) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const copies = { 'index.html': Buffer.from(after), 'index.html.br': brotliCompressSync(after, { params }), 'index.html.gz': gzipSync(after, { level: 9 }) };
  for (const [file, bytes] of Object.entries(copies)) {
    if (existsSync(path.join(files, file))) writeFileSync(path.join(files, file), bytes);
  }
}
