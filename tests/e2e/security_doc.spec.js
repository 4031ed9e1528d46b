// docs/security.md: the tests that it names are there, and so is every part of the policy.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './demo.js';
import { DIRECTIVES } from './policy.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const DOC = read('docs/security.md');
const ROWS = [...DOC.matchAll(/^\| ((?:\d+\.\d+\.\d+(?:, )?)+) \| (.+?) \| (.*?) ?\|$/gm)].map(([, ids, what, proof]) => ({ ids: ids.split(', '), what, proof }));

/** Whether a file has a test of this name; of one that is made for several cases, its own words are enough. */
function has(file, name) {
  const lines = read(file).split('\n');
  if (file.endsWith('.rs')) return lines.some((line) => line.trim().startsWith(`fn ${name}(`));
  return lines.some((line) => /^\s*test\(/.test(line) && line.includes(name.replaceAll("'", "\\'")));
}

test('each test that it names is there', () => {
  const named = ROWS.flatMap(({ proof }) => [...proof.matchAll(/`(\S+) › ([^`]+)`/g)]);
  expect(named.length).toBeGreaterThan(60);
  for (const [whole, file, name] of named) {
    expect(existsSync(new URL(file, ROOT)), whole).toBe(true);
    expect(has(file, name), whole).toBe(true);
  }
});

test('each requirement has a test, or says whose task it is, and comes once and in its order', () => {
  const order = (id) => id.split('.').reduce((sum, part) => sum * 100 + Number(part), 0);
  const ids = ROWS.flatMap((row) => row.ids);
  expect(ids.length).toBeGreaterThan(60);
  expect(ids).toEqual([...new Set(ids)].sort((one, other) => order(one) - order(other)));
  for (const { ids: [id], proof } of ROWS) if (id !== '3.1.1') expect(proof, id).toMatch(/ › |task|\.md\)/);
});

test('each part of the policy has its reason', () => {
  for (const each of DIRECTIVES) expect(DOC).toContain(`| \`${each.join(' ')}\` |`);
});
