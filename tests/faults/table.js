// The table of the matrix, made of its cells: printed at the end of a run, and put into the docs with DOCS=1.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { FOLDER } from './cells.js';
import { ACTIONS, READINGS } from './endpoints.js';
import { KINDS } from './kinds.js';

const DOCS = new URL('../../docs/sentinels.md', import.meta.url);
const NAMES = KINDS.map(({ name }) => name);

function cells() {
  const files = (existsSync(FOLDER) ? readdirSync(FOLDER) : []).filter((name) => name.startsWith('cells-'));
  const lines = files.flatMap((name) => readFileSync(`${FOLDER}${name}`, 'utf8').trim().split('\n'));
  return lines.map((line) => JSON.parse(line));
}

/** Why a cell is not there, told by a letter. */
class Reasons {
  constructor() {
    this.known = [];
  }

  letter(why) {
    if (!this.known.includes(why)) this.known.push(why);
    return String.fromCharCode(97 + this.known.indexOf(why));
  }

  lines() {
    return this.known.map((why, at) => `${String.fromCharCode(97 + at)}  ${why}`);
  }
}

/** A row an operation and phase, a column a kind, its name from the top down. */
export function table(all) {
  const reasons = new Reasons();
  const mark = (cell) => (!cell ? '·' : cell.why ? reasons.letter(cell.why) : cell.holds ? '✓' : '✗');
  const order = [...Object.keys(READINGS), ...Object.keys(ACTIONS)];
  const rows = [...new Set(all.map(({ operation, phase }) => `${operation}\t${phase}`))].sort((a, b) => order.indexOf(a.split('\t')[0]) - order.indexOf(b.split('\t')[0]) || a.localeCompare(b));
  const width = Math.max(...rows.map((row) => row.split('\t')[0].length)) + 2;
  const head = Array.from({ length: Math.max(...NAMES.map((name) => name.length)) }, (_, line) => ' '.repeat(width + 12) + NAMES.map((name) => name.padEnd(20)[line]).join(' ').trimEnd());
  const body = rows.map((row) => {
    const [operation, phase] = row.split('\t');
    const of = all.filter((cell) => cell.operation === operation && cell.phase === phase);
    return operation.padEnd(width) + phase.padEnd(12) + NAMES.map((name) => mark(of.find(({ kind }) => kind === name))).join(' ');
  });
  const held = all.filter(({ holds }) => holds).length;
  const broken = all.filter(({ holds }) => holds === false).length;
  const rest = order.filter((operation) => READINGS[operation]?.asksAnew).map((operation) => operation.replace('GET ', ''));
  return [
    ...head,
    ...body,
    '',
    `${held} cells hold, ${broken} do not`,
    ...reasons.lines(),
    `No row of a refresh: ${rest.join(', ')} are asked anew each time, and nothing older is kept`,
  ].join('\n');
}

export default function print() {
  const all = cells();
  if (!all.length) return;
  const made = table(all);
  console.log(`\n${made}\n`);
  if (!process.env.DOCS) return;
  const docs = readFileSync(DOCS, 'utf8');
  const [from, to] = ['<!-- faults:from -->', '<!-- faults:to -->'];
  writeFileSync(DOCS, `${docs.split(from)[0]}${from}\n\`\`\`\n${made}\n\`\`\`\n${to}${docs.split(to)[1]}`);
}
