// Where the soak goes.
import { FAILING } from './troubles.mjs';

const CAMPAIGNS = ['cmp_8f3k2q', 'cmp_2d71x', 'cmp_1a9ze', 'cmp_3zn4v', 'cmp_5kq0m', 'cmp_6wq8t', 'cmp_4nb7c', 'cmp_recorded'];
const RUNS = ['job_77ae0', 'job_2f10c', 'job_5c3d1', 'job_90b2e', 'job_e41f7', 'job_b8a03', 'job_c93f0'];
const TASKS = ['', '?status=exhausted&sort=contact', '?q=an&size=20', '?page=2', '?sort=attempts', '?status=pending&page=999'];
const LISTS = [
  '/campaigns', '/campaigns?status=running&sort=name', '/campaigns?size=5&page=2', '/campaigns?q=renewals',
  '/calls', '/calls?state=completed&sort=-duration', '/calls?sip_status=486&size=10', '/calls?q=nobody-has-this-name',
  '/records', '/records?job=job_77ae0&status=failed', '/records?sort=contact&page=3', '/jobs', '/jobs?status=failed',
  '/live', '/live', '/triage', '/this-api', '/nowhere/at/all',
];

/** An address of the console; some of them fail by themselves. */
export function address(chance) {
  const kind = chance.of(FAILING);
  return chance.weighed([
    { weight: 8, path: chance.of(LISTS) },
    { weight: 8, path: `/campaigns/${chance.of(CAMPAIGNS)}${chance.of(TASKS)}` },
    { weight: 4, path: `/jobs/${chance.of(RUNS)}${chance.of(['', '?records.status=failed'])}` },
    { weight: 3, path: `/triage?${chance.of([`campaign=${chance.of(CAMPAIGNS)}`, `job=${chance.of(RUNS)}`])}` },
    { weight: 3, path: chance.of([`/campaigns/fault-${kind}`, `/campaigns/flaky-${kind}`, `/calls?campaign=flaky-${kind}`, `/jobs/fault-${kind}`, `/records/fault-${kind}`, '/campaigns/refuse-409']) },
  ]).path;
}
