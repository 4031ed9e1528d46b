// Puts a console on the page as its address says.
import { connectFrame } from './console/embed/v1/ringside-frame.js';

const asked = new URLSearchParams(location.search);
const main = document.querySelector('main');
const frameAt = asked.get('frame');

if (frameAt !== null) {
  const iframe = document.createElement('iframe');
  iframe.title = 'Ringside';
  iframe.sandbox = 'allow-scripts allow-same-origin allow-downloads';
  iframe.allow = 'clipboard-write';
  // ?frame=localhost takes the console from another origin than the page's.
  iframe.src = new URL('console/embed.html', location.href.replace(location.hostname, frameAt || location.hostname));
  const said = Object.fromEntries([...asked].filter(([name]) => name !== 'frame'));
  if ('readonly' in said) said.readonly = said.readonly !== 'false';
  Object.assign(iframe.style, { inlineSize: '100%', border: '0' });
  main.append(iframe);
  globalThis.connection = connectFrame(iframe, { autoHeight: true, ...said });
} else if (asked.size > 0) {
  await import('./console/embed/v1/ringside-console.js');
  const element = document.createElement('ringside-console');
  for (const [name, value] of asked) element.setAttribute(name, value);
  main.append(element);
}
