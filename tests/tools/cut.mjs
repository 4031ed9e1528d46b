// Cuts the release module at its split points: a first piece, enough for the first figures, and
// pieces that the page fetches afterwards. Takes the place of Trunk's own module and glue.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { place } from './hashed.mjs';
import { joinChunks } from './join_chunks.mjs';
import { withoutExports, withShortImports } from './wasm_names.mjs';
import { withoutEmptySlots } from './wasm_slots.mjs';

// By name: with all features on, wasm-opt writes forms that browsers refuse.
const FEATURES = [
  'bulk-memory', 'bulk-memory-opt', 'call-indirect-overlong', 'multivalue', 'mutable-globals',
  'nontrapping-float-to-int', 'reference-types', 'sign-ext',
].map((name) => `--enable-${name}`);
// Streams between JavaScript and Rust, which a dependency exports and nobody here opens.
const UNUSED_EXPORT = /^(__wbg_)?intounderlying/;
const run = (tool, ...args) => execFileSync(tool, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/** Shrinks a module. The first kilobyte of memory is the end of the stack, so no address lies in it. */
async function shrink(file, how = ['-Os']) {
  // Functions of one kind side by side are packed best.
  const options = [...how, '--low-memory-unused', '--reorder-functions-by-name', '--strip-debug', '--strip-producers', '--strip-target-features', ...FEATURES];
  await promisify(execFile)('wasm-opt', [...options, file, '-o', file]);
}

// What is called in one place alone packs better where it stands, unless it is tiny. It takes half a
// minute, which only the piece that everybody waits for is worth: 2 kB less than with -Os.
const FIRST = ['-O2', '--shrink-level=2', '--converge', '--one-caller-inline-max-function-size=40'];

/** Shrinks a module as the first piece is. */
export const shrinkFirst = (file) => shrink(file, FIRST);

/** Shrinks modules, as many at a time as there are processors; the first ones first. */
async function shrinkAll(files) {
  const left = [...files];
  const worker = async () => {
    while (left.length) {
      const [file, how] = left.shift();
      await shrink(file, how);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Where cargo has put the module that Trunk had it build. */
function builtModule() {
  const target = process.env.CARGO_TARGET_DIR ?? 'target';
  const file = path.join(target, 'wasm32-unknown-unknown', 'dist', 'ringside.wasm');
  if (!existsSync(file)) throw new Error(`No module at ${file}.`);
  return file;
}

/** Cuts the module and puts the pieces into `folder`; returns nothing, or throws. */
export async function cut(folder) {
  const work = mkdtempSync(path.join(tmpdir(), 'ringside-cut-'));
  try {
    run('wasm-split-cli', builtModule(), work, '--target', 'web', '--out-name', 'ringside');
    joinChunks(work, FEATURES);
    const pieces = readdirSync(work).filter((name) => name.endsWith('.wasm') && name !== 'ringside.wasm');
    if (pieces.length === 0) throw new Error('The module has no split points: was it built with the feature "split"?');
    run('wasm-bindgen', path.join(work, 'ringside.wasm'), '--out-dir', work, '--target', 'web', '--no-typescript', '--keep-lld-exports');

    const main = path.join(work, 'ringside_bg.wasm');
    writeFileSync(main, withoutExports(readFileSync(main), UNUSED_EXPORT));
    const bundled = buildSync({
      stdin: { contents: "export { default, mount, unmount, command } from './ringside.js';", resolveDir: work },
      bundle: true, format: 'esm', write: false, target: 'esnext', logLevel: 'error',
      absWorkingDir: work, // it writes the way there into the glue, whose hash is its name
    });
    const short = withShortImports(readFileSync(main), bundled.outputFiles[0].text, './ringside_bg.js');
    writeFileSync(main, short.bytes);
    let glue = withEnd(withTrustedMarkup(withStyles(short.glue)));
    await shrinkAll([[main, FIRST], ...pieces.map((piece) => [path.join(work, piece)])]);
    writeFileSync(main, withoutEmptySlots(readFileSync(main)));
    for (const piece of pieces) {
      const file = path.join(work, piece);
      const stem = piece.replace(/^split_|\.wasm$/g, '');
      glue = glue.replaceAll(`./${piece}`, `./${place(folder, stem, '.wasm', readFileSync(file))}`);
    }
    replaceBuilt(folder, place(folder, 'module', '.wasm', readFileSync(main)), place(folder, 'module', '.js', glue));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Lets every piece wait for the styles that are fetched with the first of them. */
function withStyles(glue) {
  const load = 'await callee();';
  if (glue.split(load).length !== 2) throw new Error('The loader of the pieces is not the one that is known.');
  return `${glue.replace(load, 'await Promise.all([callee(), assets.styles()]);')}
/**
 * What whoever loads this gives: \`styles\` is fetched beside every later piece. \`markup\`, if there is
 * one, is the policy of another module of the page. \`isOver\` ends this one.
 */
export const assets = { styles: async () => {} };
`;
}

/**
 * Lets pages that take no strings for markup (Trusted Types) have ours: it comes from the templates
 * that are compiled into the module, never from an answer.
 */
function withTrustedMarkup(glue) {
  const sink = /(\.innerHTML = )(getStringFromWasm0\([^)]*\))/g;
  if (glue.match(sink)?.length !== 1) throw new Error('The glue does not set markup where it is known to.');
  const trusted = `
function trusted(text) {
  const rules = { createHTML: (html) => html };
  assets.markup ??= globalThis.trustedTypes?.createPolicy("ringside", rules) ?? rules;
  return assets.markup.createHTML(text);
}`;
  return glue.replace(sink, '$1trusted($2)') + trusted;
}

/**
 * Lets nothing enter a module that has stopped: its timers, listeners and answers come to nothing.
 * Otherwise it would go on asking, beside the one that takes its place.
 */
function withEnd(glue) {
  const entry = 'state.cnt++;';
  const kinds = glue.match(/^function make(Mut)?Closure\(/gm)?.length;
  if (!kinds || glue.split(entry).length !== kinds + 1) throw new Error('The glue does not call closures where it is known to.');
  return glue.replaceAll(entry, `if (assets.isOver) return;\n${entry}`);
}

/** Points the page at the new files and removes Trunk's. */
function replaceBuilt(folder, module, glue) {
  const page = path.join(folder, 'index.html');
  let html = readFileSync(page, 'utf8');
  for (const old of readdirSync(folder).filter((name) => /^ringside-[0-9a-f]+(_bg\.wasm|\.js)$/.test(name))) {
    html = html.replaceAll(old, old.endsWith('.wasm') ? module : glue);
    unlinkSync(path.join(folder, old));
  }
  if (!html.includes(module) || !html.includes(glue)) throw new Error('The page does not name the module.');
  writeFileSync(page, html);
}
