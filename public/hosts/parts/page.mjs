// Where addresses are paths, index.html is also the answer to addresses deep below its folder, where
// its relative links would lead astray: they are written with the folder in front.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LINK = /="[^"]*?([^"/]+-[0-9a-f]{16}(?:_bg)?\.(?:js|css|wasm|svg))"/g;
const sha = (algorithm, bytes, form) => createHash(algorithm).update(bytes).digest(form);

/** Writes the page's links below `base` and brings what was made from the page up to date. */
export function addressPage(files, base) {
  const name = path.join(files, 'index.html');
  const before = readFileSync(name, 'utf8');
  const after = before.replace(LINK, `="${base}$1"`);
  if (after === before) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const copies = { 'index.html': Buffer.from(after), 'index.html.br': brotliCompressSync(after, { params }), 'index.html.gz': gzipSync(after, { level: 9 }) };
  for (const [file, bytes] of Object.entries(copies)) {
    if (file !== 'index.html' && !existsSync(path.join(files, file))) continue;
    writeFileSync(path.join(files, file), bytes);
    record(path.join(files, '..'), `site/${file}`, bytes);
  }
}

/** Notes the new bytes of a file in the lists of the archive, where they are there. */
function record(root, file, bytes) {
  const sums = path.join(root, 'SHA256SUMS');
  if (existsSync(sums)) {
    const lines = readFileSync(sums, 'utf8').split('\n');
    writeFileSync(sums, lines.map((line) => (line.endsWith(`  ${file}`) ? `${sha('sha256', bytes, 'hex')}  ${file}` : line)).join('\n'));
  }
  const integrity = path.join(root, 'integrity.json');
  if (existsSync(integrity)) {
    const all = JSON.parse(readFileSync(integrity, 'utf8'));
    if (file in all) writeFileSync(integrity, `${JSON.stringify({ ...all, [file]: `sha384-${sha('sha384', bytes, 'base64')}` }, null, 2)}\n`);
  }
}
