// The page around an iframe in TypeScript.
import { connectFrame } from "../../public/embed/ringside-frame.js";

const frame = document.querySelector("iframe")!;
const console_ = connectFrame(frame, {
  origin: "https://console.example.com",
  campaignId: "cmp_8f3k2q",
  readonly: false,
  autoHeight: true,
  fetchToken: async ({ reason }) => reason,
  onEvent: (name, detail) => name + Object.keys(detail).length,
});
console_.addEventListener("ringside:height", ({ detail }) => detail.height.toFixed());
console_.addEventListener("ringside:navigate", ({ detail }) => history.replaceState(null, "", `#${detail.route}`));
console_.set("theme", "dark");
console_.set("campaignId", null);
console_.navigate("/campaigns");
console_.close();

// @ts-expect-error a theme of ours
console_.set("theme", "sepia");
// @ts-expect-error the API is in the console's own config.json
console_.set("apiBase", "https://elsewhere.example.com");
// @ts-expect-error no option
connectFrame(frame, { readOnly: false });
