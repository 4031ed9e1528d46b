// The published schema of mappings: the shipped ones and the reference's example fit it, and mistakes do not.
import { readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from './demo.js';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const json = (path) => JSON.parse(file(path));
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(json('docs/config.schema.json'), 'config.schema.json');
const fits = ajv.compile(json('docs/mapping.schema.json'));

const faults = (mapping) => (fits(mapping) ? [] : fits.errors.map((error) => `${error.instancePath}: ${error.message}`));

test('Every shipped mapping and the example of the reference fit the schema', () => {
  for (const name of readdirSync(new URL('../../public/mappings', import.meta.url))) {
    expect(faults(json(`public/mappings/${name}`)), name).toEqual([]);
  }
  const [, example] = file('docs/mapping.md').match(/```json\n([^]*?)```/);
  expect(faults(JSON.parse(example))).toEqual([]);
});

test('A mistake does not fit the schema', () => {
  const shipped = () => json('public/mappings/dograh.json');
  for (const spoil of [
    (mapping) => { mapping.lists.tasks.paging.style = 'pages'; },
    (mapping) => { mapping.lists.tasks.paging.cursor = 'c'; },
    (mapping) => { mapping.lists.tasks.row = 'x'; },
    (mapping) => { delete mapping.lists.tasks.rows; },
    (mapping) => { mapping.lists.tasks.fields.phone = 7; },
    (mapping) => { mapping.lists.tasks.fields.phone = { path: 'a', value: 'b' }; },
    (mapping) => { mapping.lists.tasks.fields.phone = { path: 'a', time: 'epoch' }; },
    (mapping) => { mapping.lists.tasks.request.path = 'https://dialer.example/tasks'; },
    (mapping) => { mapping.actions.campaign.hold = { request: '/x' }; },
    (mapping) => { mapping.zone = 'Europe/Berlin'; },
    (mapping) => { mapping.mapping = 2; },
  ]) {
    const mapping = shipped();
    spoil(mapping);
    expect(faults(mapping), String(spoil)).not.toEqual([]);
  }
});
