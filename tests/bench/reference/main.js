// The campaign page by hand: one request, one pass, and nothing between the data and the DOM.
import { Page } from './page.js';

const main = document.querySelector('[role=main]');
let page = null;
let id = null;

const address = () => /^#\/campaigns\/([^/?]+)(\?.*)?$/.exec(location.hash);

async function ask(path) {
  const answer = await fetch(`../api/campaigns/${id}/${path}`, { headers: { Accept: 'application/json' } });
  return answer.json();
}

async function open() {
  const found = address();
  if (!found) {
    main.replaceChildren();
    page = id = null;
    return;
  }
  const [, wanted, query = ''] = found;
  const stays = wanted === id && page !== null;
  id = wanted;
  if (stays) return page.showTasks(await ask(`tasks${query}`));
  const snapshot = await ask('snapshot');
  page = new Page(snapshot, { refresh, turn, search });
  main.replaceChildren(page.root);
  page.attached();
  if (query) page.showTasks(await ask(`tasks${query}`));
}

async function refresh() {
  page.update(await ask('snapshot'));
}

function turn(by) {
  const asked = new URLSearchParams(address()?.[2] ?? '');
  asked.set('page', String(Number(asked.get('page') ?? 1) + by));
  location.hash = `#/campaigns/${id}?${asked}`;
}

function search(text) {
  location.hash = `#/campaigns/${id}?${new URLSearchParams({ q: text, size: '200' })}`;
}

const shell = document.querySelector('.shell');
const theme = [...document.querySelectorAll('button.nav-setting')].find((button) => button.textContent.includes('Theme'));
theme.addEventListener('click', () => {
  shell.dataset.theme = shell.dataset.theme === 'dark' ? 'light' : 'dark';
});

addEventListener('hashchange', open);
open();
