// What came of every cell, kept where the table is made of it.
import { appendFileSync, mkdirSync } from 'node:fs';

export const FOLDER = new URL('../../test-results/faults/', import.meta.url).pathname;

export function keep(cell) {
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(`${FOLDER}cells-${process.pid}.jsonl`, `${JSON.stringify(cell)}\n`);
}
