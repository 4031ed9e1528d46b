// Two consoles, each with the token of its own region. It may run before the element is defined:
// what is set on the element by then is taken over.
for (const region of ['north', 'south']) {
  document.getElementById(region).fetchToken = async () => (await (await fetch(`/${region}/token`, { cache: 'no-store' })).json()).token;
}
