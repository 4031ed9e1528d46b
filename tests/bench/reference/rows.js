// Rows by key: a row that stays is updated, and only what is new or gone is touched. When no key
// survives, the body is swapped whole.
export class Rows {
  /** `bind(row)` finds the cells of a fresh row and returns what updates them. */
  constructor(body, template, key, bind) {
    this.body = body;
    this.template = template;
    this.key = key;
    this.bind = bind;
    this.rows = new Map();
  }

  show(items) {
    const next = new Map();
    let survivors = false;
    for (const item of items) {
      const key = this.key(item);
      const kept = this.rows.get(key);
      if (kept) survivors = true;
      const row = kept ?? this.make(key);
      row.update(item);
      next.set(key, row);
    }
    if (survivors) this.move(next);
    else this.body.replaceChildren(...Array.from(next.values(), (row) => row.element));
    this.rows = next;
  }

  make(key) {
    const element = this.template.cloneNode(true);
    element.dataset.row = key;
    return { element, update: this.bind(element) };
  }

  /** Only what is not where it should be moves. */
  move(next) {
    for (const [key, { element }] of this.rows) if (!next.has(key)) element.remove();
    let at = this.body.firstElementChild;
    for (const { element } of next.values()) {
      if (element === at) at = at.nextElementSibling;
      else this.body.insertBefore(element, at);
    }
  }
}

/** Writes a text where it is not written already, without asking the DOM what is there. */
export function textOf(element) {
  const node = element.firstChild ?? element.appendChild(document.createTextNode(''));
  let shown = null;
  return (value) => {
    if (value === shown) return;
    shown = value;
    node.data = value;
  };
}

/** The same for an attribute; null takes it away. */
export function attributeOf(element, name) {
  let shown;
  return (value) => {
    if (value === shown) return;
    shown = value;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
}

/** The same for a style property. */
export function styleOf(element, name) {
  let shown = null;
  return (value) => {
    if (value === shown) return;
    shown = value;
    element.style.setProperty(name, value);
  };
}
