// Where a console is, and what the page around knows of it: not what was searched for, nor whose
// rows are looked at.

/** Parts of a query that are typed, or that name somebody's number. */
const PRIVATE = ["q", "from", "contact"];

/** Parts of a query that mean nothing without those. */
const PLACES = ["page", "cursor"];

/** A route without what is nobody else's to know. */
export function tellable(route) {
  const [path, query = ""] = route.split(/\?(.*)/s);
  const nameOf = (part) => part.split("=", 1)[0];
  const all = query.split("&").filter(Boolean);
  const open = all.filter((part) => !PRIVATE.includes(nameOf(part)));
  const told = open.length < all.length ? open.filter((part) => !PLACES.includes(nameOf(part))) : open;
  return told.length ? `${path}?${told.join("&")}` : path;
}

export class Place {
  #told;
  #wanted = "";

  /** Where the page around starts it. */
  constructor(route) {
    this.#told = route;
  }

  /**
   * The console wants to go somewhere. `ask` tells the page around as much as it may know, unless it
   * knows that already, and answers whether the console may.
   */
  want(route, ask) {
    this.#wanted = route;
    const known = tellable(route);
    if (known === this.#told) return true;
    const isWelcome = ask(known);
    if (isWelcome) this.#told = known;
    return isWelcome;
  }

  /**
   * The page around says where to go; answers with where that is. What it was told means the place
   * that the console wanted, and what is said twice is nothing: null.
   */
  hear(said) {
    if (said === this.#told) return null;
    this.#told = said;
    if (said === tellable(this.#wanted)) return this.#wanted;
    this.#wanted = "";
    return said;
  }
}
