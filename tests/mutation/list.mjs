// Writes docs/mutants.md: the mutants that no test notices, by the reason why.
//   node tests/mutation/list.mjs REPORT >docs/mutants.md
// REPORT is what `make mutants` leaves behind; the reasons stand in reasons.json beside this file.
import { readFileSync } from 'node:fs';

const report = readFileSync(process.argv[2], 'utf8');
const { about, reasons } = JSON.parse(readFileSync(new URL('reasons.json', import.meta.url), 'utf8'));
const KINDS = { FnValue: /^replace .* with .*$/, Operator: /^replace (\S+) with (\S+) in (.+)$/, Guard: /^replace match guard (.+) with (true|false) in (.+)$/ };

/** "missed src/domain/a.rs:1:2: replace > with >= in f" */
function parsed(line) {
  const found = /^(missed|unreached) (src\/\S+\.rs):(\d+):\d+: (.*)$/.exec(line);
  if (!found) return null;
  const [, word, file, at, change] = found;
  return { word, file, at: Number(at), change, kind: kindOf(change) };
}

function kindOf(change) {
  if (KINDS.Guard.test(change)) return 'guard';
  if (/^delete match arm /.test(change)) return 'arm';
  if (/^delete field /.test(change)) return 'field';
  if (/^delete [!-] in /.test(change)) return 'sign';
  const operator = KINDS.Operator.exec(change);
  if (!operator) return 'value';
  const [, from, to] = operator;
  if (['&&', '||'].includes(from)) return 'and-or';
  if (!/^[<>]=?$|^[=!]=$/.test(from)) return 'arithmetic';
  // Only these two differ at a single value: any other swap turns the answer of most.
  return `${from}=` === to || `${to}=` === from ? 'edge' : 'relation';
}

/** The first reason that names the mutant: by its place, by whether a test comes by, or by the kind of change. */
function reasonOf(mutant) {
  const place = `${mutant.file.replace('src/domain/', '')}:${mutant.at}: ${mutant.change}`;
  // A line and a change: a file, or the start of a longer number, would excuse what nobody looked at.
  const names = (start) => /:\d+: ./.test(start) && place.startsWith(start);
  return reasons.find(
    ({ of = [], words = [], kinds = [] }) => of.some(names) || words.includes(mutant.word) || kinds.includes(mutant.kind),
  );
}

/** The same change in one function at several lines is one entry. */
function told(mutants, { words = [] }) {
  const byChange = new Map();
  for (const { change, at, word } of mutants) {
    const text = `${escaped(change)}${word === 'unreached' && !words.includes(word) ? ' (reached by no test)' : ''}`;
    byChange.set(text, [...(byChange.get(text) ?? []), at]);
  }
  return [...byChange].map(([text, lines]) => `${[...new Set(lines)].join(', ')}: ${text}`).join('; ');
}

const escaped = (text) => `\`${text.replaceAll('`', "'")}\``;

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const mutants = report.split('\n').map(parsed).filter(Boolean);
mutants.sort((a, b) => (a.file === b.file ? a.at - b.at : a.file < b.file ? -1 : 1));
const byReason = groupBy(mutants, reasonOf);
if (byReason.has(undefined)) throw new Error(`No reason for ${byReason.get(undefined)[0].change}`);
const out = ['# Mutants that no test notices', '', ...about, ''];
for (const reason of reasons.filter((it) => byReason.has(it))) {
  const own = byReason.get(reason);
  out.push(`## ${reason.title} (${own.length})`, '', reason.why, '');
  for (const [file, those] of groupBy(own, ({ file }) => file)) out.push(`- \`${file}\` ${told(those, reason)}`);
  out.push('');
}
process.stdout.write(out.join('\n'));
