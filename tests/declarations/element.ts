// The element as a host in TypeScript uses it; `@ts-expect-error` stands where the declarations
// must refuse something.
import { RingsideConsole } from "../../public/embed/ringside-console.js";

const element = document.createElement("ringside-console");
element.apiBase = "https://dialer.example.com/api";
element.theme = "dark";
element.readonly = true;
element.config = { features: { hide: ["jobs"] }, links: [{ label: "Runbook", url: "https://wiki.example.com" }] };
element.fetchToken = async ({ reason }) => (reason === "rejected" ? "another" : "first");
element.fetchToken = async () => null;
element.route = null;
element.addEventListener("ringside:navigate", (event) => {
  if (event.detail.replace) event.preventDefault();
  element.navigate(event.detail.route);
});
element.addEventListener("ringside:select", ({ detail }) => console.assert(detail.id === null || detail.kind !== "task"));
element.addEventListener("ringside:error", ({ detail }) => detail.requestId?.toUpperCase());
element.addEventListener("click", (event) => event.clientX);
element.refresh();
RingsideConsole.version.split(".");

// @ts-expect-error a theme of ours
element.theme = "sepia";
// @ts-expect-error a section of ours
element.panel = "everything";
// @ts-expect-error a token is text
element.fetchToken = () => 7;
// @ts-expect-error no such mode
element.config = { auth: { mode: "oauth" } };
// @ts-expect-error a route is text
element.navigate({ campaign: "cmp_1" });
