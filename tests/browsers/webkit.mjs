// WebKit, over the W3C's WebDriver: WebKitGTK's own small browser on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { SIZE } from './operator.mjs';

export const name = 'WebKit';

const BROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`);
/** What WebDriver calls the keys that are no letters. */
const KEYS = { Escape: '\ue00c', Enter: '\ue007', Tab: '\ue004' };

/** Opens the browser with one empty page. */
export async function launch() {
  const screen = await started('Xvfb', ['-displayfd', '3', '-screen', '0', `${SIZE.width}x${SIZE.height + 200}x24`, '-nolisten', 'tcp']);
  const display = `:${String((await once(screen.stdio[3], 'data'))[0]).trim()}`;
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', TZ: 'America/New_York', LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' };
  const driver = await started('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], env);
  const stop = () => [driver, screen].forEach((child) => child.kill());
  try {
    return await session(`http://127.0.0.1:${port}`, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

async function session(address, stop) {
  const call = async (method, path, body) => {
    const answer = await fetch(address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await ready(() => call('GET', '/status'));
  const binary = process.env.MINIBROWSER ?? BROWSERS.find(existsSync);
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: options } });
  const path = `/session/${sessionId}`;
  const run = (source, args) =>
    call('POST', `${path}/execute/sync`, { script: `return (${source})(...arguments)`, args });
  const act = (actions) => call('POST', `${path}/actions`, { actions });
  const strike = (keys) =>
    act([{ type: 'key', id: 'keys', actions: keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }]);
  // The window is larger than the page in it by its own bars.
  const outer = await call('POST', `${path}/window/rect`, SIZE);
  const { width, height } = await run(String(() => ({ width: innerWidth, height: innerHeight })), []);
  await call('POST', `${path}/window/rect`, { width: SIZE.width + outer.width - width, height: SIZE.height + outer.height - height });
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    // It has no way to hear of them: what the page shows, and the policy's reports, must do.
    faults: [],
    open: (url) => call('POST', `${path}/url`, { url }),
    run,
    click: ({ x, y }) =>
      act([
        {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]),
    type: (text) => strike([...text]),
    press: (key) => strike([KEYS[key] ?? key]),
    picture: async () => Buffer.from(await call('GET', `${path}/screenshot`), 'base64'),
    // Its small browser asks a person where to save.
    saved: null,
    async close() {
      await call('DELETE', path).finally(stop);
    },
  };
}

async function started(command, args, env = process.env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  await once(child, 'spawn');
  return child;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(ask) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
