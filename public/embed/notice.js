// What is seen while a console is not there yet, or no longer.

/** An element of a class, with what it holds. */
function made(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** A frame in the theme and density that the host has set. */
function framed(theme, ...content) {
  const frame = made("div", "ringside", ...content);
  if (theme === "light" || theme === "dark") frame.dataset.theme = theme;
  return frame;
}

/** The shape of what is about to be drawn: a whole screen, or a single section of one. */
export function skeleton({ theme, panel }) {
  const word = made("p", "visually-hidden", "Loading Ringside");
  word.setAttribute("role", "status");
  const blocks = panel ? ["card"] : ["title", "verdict", "strip", "card"];
  const shapes = blocks.map((block) => made("div", `skeleton-block skeleton-${block}`));
  const frame = framed(theme, made("div", "main", word, ...shapes));
  if (panel) frame.dataset.panel = panel;
  frame.setAttribute("aria-busy", "true");
  return frame;
}

/** A fact, what it means, the technical detail, and what can be done, each if there is one. */
export function notice({ theme, fact, meaning, detail, action, act }) {
  const panel = made("div", "crash", made("p", "", made("strong", "", fact), " ", meaning));
  panel.setAttribute("role", "alert");
  if (detail) panel.append(made("code", "", detail));
  if (action) {
    const button = made("button", "button", action);
    button.type = "button";
    button.addEventListener("click", act);
    panel.append(button);
  }
  return framed(theme, panel);
}
