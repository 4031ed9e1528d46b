// A demo API of our own whose simulated time stands still.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

export async function startDemo({ million, campaigns }) {
  const binary = process.env.RINGSIDE_DEMO_API;
  if (!binary) throw new Error('RINGSIDE_DEMO_API must name the demo API binary; `make bench` sets it.');
  const sizes = ['--million', String(million), '--campaigns', String(campaigns)];
  const child = spawn(binary, ['--port', '0', '--speed', '0', ...sizes], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGTERM'));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('http') && resolve(line.slice(line.indexOf('http')).trim()));
    child.once('exit', (code) => reject(new Error(`The demo API ended with ${code}.`)));
  });
  return new Demo(child, address.endsWith('/') ? address : `${address}/`);
}

class Demo {
  constructor(child, address) {
    this.child = child;
    this.address = address;
  }

  /** The largest campaign is made after the others are served. */
  async largest() {
    while (!(await fetch(`${this.address}api/campaigns/cmp_million/tasks?size=1`)).ok) await setTimeout(500);
  }

  stop() {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGTERM');
  }
}
