// The splitter puts what several pieces share into a chunk for each set of pieces that share it:
// dozens of small files, all but a few of which every page fetches. This joins them into one file
// a piece: what the pieces need first comes with the first of them that needs it.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Every page fetches these, in this order; the others come after them.
const FIRST = ['frame', 'campaign_rest', 'lists'];

const CHUNK = /\/\* ([\w, ]+) \*\/\nconst (__chunk_\d+) = makeLoad\([\s\S]*?\n, \[\]\);\n/g;
const IMPORTS = 'sharedImports = { __wasm_split: {  } };';
const LISTS = /, \[((?:__chunk_\d+(?:, )?)+)\]\)\)/g;

const run = (tool, ...args) => execFileSync(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });

const rank = (piece) => (FIRST.includes(piece) ? FIRST.indexOf(piece) : FIRST.length);

/** The file that a chunk of these pieces goes into, by the first of them. */
function fileOf(pieces) {
  const [first] = pieces.split(', ').sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return `shared_${first}`;
}

const loadOf = (file) => `const __${file} = makeLoad(() => {
    const src = fetch(new URL("./${file}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
`;

/**
 * A module that takes memory, table and stack pointer from outside and hands them on, so that
 * modules joined with it import each of them once.
 */
function writeHub(work, chunk, features) {
  const text = run('wasm-dis', ...features, chunk).toString();
  const imports = [...text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((\w+) (\$\S+) (.*)\)\)$/gm)];
  if (imports.length !== 3) throw new Error(`${chunk} imports ${imports.length} things instead of memory, table and stack pointer.`);
  const taken = imports.map(([, name, kind, id, type]) => `(import "shared" "${name}" (${kind} ${id} ${type}))`);
  const handed = imports.map(([, name, kind, id]) => `(export "${name}" (${kind} ${id}))`);
  const wat = path.join(work, 'hub.wat');
  writeFileSync(wat, `(module\n${[...taken, ...handed].join('\n')})\n`);
  const hub = path.join(work, 'hub');
  run('wasm-as', ...features, wat, '-o', hub);
  return hub;
}

/** Joins the chunks in the splitter's output folder and has its loader fetch them so. */
export function joinChunks(work, features) {
  const loaderFile = path.join(work, '__wasm_split.js');
  let loader = readFileSync(loaderFile, 'utf8');
  const files = new Map();
  const fileOfChunk = new Map();
  for (const [, pieces, chunk] of loader.matchAll(CHUNK)) {
    const file = fileOf(pieces);
    files.set(file, [...(files.get(file) ?? []), chunk]);
    fileOfChunk.set(chunk, file);
  }
  if (files.size === 0) throw new Error("The splitter's loader has no chunks in the form that is known.");
  const fileOfName = (name) => path.join(work, `${name.slice(2)}.wasm`);
  const all = [...fileOfChunk.keys()].map(fileOfName);
  const hub = writeHub(work, all.reduce((a, b) => (statSync(a).size >= statSync(b).size ? a : b)), features);
  for (const [file, chunks] of files) {
    const named = chunks.flatMap((chunk) => [fileOfName(chunk), chunk]);
    run('wasm-merge', ...features, hub, '__wasm_split', ...named, '-o', path.join(work, `${file}.wasm`));
  }
  all.forEach((file) => unlinkSync(file));

  let loads = [...files.keys()].map(loadOf).join('');
  loader = loader.replace(CHUNK, () => {
    const first = loads;
    loads = '';
    return first;
  });
  loader = loader.replace(LISTS, (_, list) => {
    const needed = new Set(list.split(', ').map((chunk) => `__${fileOfChunk.get(chunk)}`));
    return `, [${[...needed].join(', ')}]))`;
  });
  if (!loader.includes(IMPORTS) || /__chunk_/.test(loader)) throw new Error("The splitter's loader is not the one that is known.");
  loader = loader.replace(IMPORTS, `${IMPORTS}\n        sharedImports.shared = sharedImports.__wasm_split;`);
  writeFileSync(loaderFile, loader);
}
