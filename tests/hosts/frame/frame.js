// The page around an iframe: it connects, hands over tokens, keeps the console's place in its own
// address, and lets the iframe be as high as what is in it.
const origin = document.querySelector('meta[name="console"]').content;
const { connectFrame } = await import(`${origin}/embed/v1/ringside-frame.js`);

const place = document.getElementById('place');
const told = document.getElementById('told');
const routeHere = () => location.hash.slice(1) || '/campaigns/cmp_8f3k2q';

const monitor = connectFrame(document.querySelector('iframe'), {
  route: routeHere(),
  theme: 'light',
  timeZone: 'America/Chicago',
  readonly: false,
  autoHeight: true,
  fetchToken: async () => (await (await fetch('/north/token', { cache: 'no-store' })).json()).token,
  onEvent(name, detail) {
    if (name !== 'height') told.textContent = `${name} ${JSON.stringify(detail)}`;
  },
});
monitor.addEventListener('ringside:navigate', ({ detail: { route } }) => {
  place.textContent = route;
  history.replaceState(null, '', `#${route}`);
});
addEventListener('hashchange', () => monitor.navigate(routeHere()));
document.getElementById('refresh').addEventListener('click', () => monitor.refresh());
document.getElementById('theme').addEventListener('change', ({ target }) => monitor.set('theme', target.value));
