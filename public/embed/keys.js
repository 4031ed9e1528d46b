// Keys that are the console's own: the page around sees every one of them pressed on the element
// itself, and would take what is typed into a field for its shortcuts.

const FIELDS = "input, textarea, select";

/** Keeps keys that the console has used, or that are typed into its fields, from the page around. */
export function keepKeys(shadow) {
  const pressed = (event) => {
    const { target, key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isTyped = isPlain && !["Tab", "Escape"].includes(key) && target.matches?.(FIELDS);
    const closes = key === "Escape" && target.closest?.("dialog, [popover]");
    if (event.defaultPrevented || isTyped || closes) event.stopPropagation();
  };
  for (const type of ["keydown", "keypress", "keyup"]) shadow.addEventListener(type, pressed);
}
