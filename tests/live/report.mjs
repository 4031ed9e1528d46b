// What the live test came to, as a page of the docs.
// node report.mjs LOG AIRFLOW SECONDS
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const [log, airflow, seconds] = process.argv.slice(2);
const { version } = await (await fetch(new URL('/api/v2/version', airflow))).json();
const lines = (await readFile(log, 'utf8')).split('\n');
const passed = lines.map((line) => /^\s+✓\s+\d+ \S+ › (.+) \(([\d.]+m?s)\)$/.exec(line)).filter(Boolean);
const said = (command, ...options) => execFileSync(command, options, { encoding: 'utf8' }).trim();
const tools = [`Apache Airflow ${version}`, said('python3', '--version'), said(process.env.CHROMIUM, '--version'), `Node ${process.version.slice(1)}`];

console.log(`# The live test

\`make test-live\` installs Apache Airflow from its lock file (\`tests/live/requirements.txt\`) into the cache, starts it on this
machine with the DAG of \`tests/live/dags\`, lets it work through five runs, and drives the built console over it: the mapping
is \`public/mappings/airflow.json\`, the proxy \`tests/live/serve.mjs\`. It is apart from \`make test\`, because it takes its
minutes. Its last output, of ${new Date().toISOString().slice(0, 10)}:

| what | how long |
|---|---|
${passed.map(([, name, took]) => `| ${name} | ${took} |`).join('\n')}
| all, with Airflow's start and its five runs | ${seconds} s |

With ${tools.join(', ')}. ${passed.length} passed.

| Jobs | Records |
|---|---|
| ![Runs of Airflow as jobs](pictures/airflow-jobs.png) | ![Mapped task instances as records](pictures/airflow-records.png) |`);
