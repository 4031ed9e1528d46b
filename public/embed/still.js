// What stays of a console that has stopped: its last figures, to be read by whoever reads them,
// with nothing left to press. What it was drawn with is dead, and so are its listeners.

const PRESSED = "button, input, select, textarea";
/** What would be read out as news, lead elsewhere, stop the Tab key, or keep something from being read. */
const LEFT_OUT = { "[role=alert], [role=status]": "role", "[aria-live]": "aria-live", "[href]": "href", "[tabindex]": "tabindex", "[inert]": "inert" };

/** A copy of a console's root in which nothing answers. */
export function still(root) {
  // What is modal would keep everything else from being pressed, also the way on.
  root.querySelectorAll("dialog:modal").forEach((dialog) => dialog.close());
  const copy = root.cloneNode(true);
  for (const control of copy.querySelectorAll(PRESSED)) control.disabled = true;
  for (const [those, attribute] of Object.entries(LEFT_OUT)) {
    for (const element of copy.querySelectorAll(those)) element.removeAttribute(attribute);
  }
  return copy;
}
