// Makes the page that its address asks for: `width` of the place in px, `theme` of each console
// (several with commas), `panel`, `route`, and `with`: what the page does to its place, by class.
const asked = new URLSearchParams(location.search);
const place = document.querySelector(".place");

for (const name of asked.get("with")?.split(",") ?? []) document.documentElement.classList.add(name);
if (asked.has("width")) place.style.inlineSize = `${asked.get("width")}px`;
for (const theme of (asked.get("theme") ?? "").split(",")) {
  const console = document.createElement("ringside-console");
  console.apiBase = "/api";
  console.route = asked.get("route") ?? "/campaigns/cmp_8f3k2q";
  if (theme) console.theme = theme;
  if (asked.has("panel")) console.panel = asked.get("panel");
  place.append(console);
}
