// While another screen is on its way, a console keeps the room that it had. Browsers keep in view
// what they take for what is being read: were the console short for a moment, that would be
// something below it, and the page would be scrolled along with it as the console grows again.

const WAITING = ".skeleton, .waiting, [data-part-waiting]";
/** No longer than this, whatever keeps the screen waiting. */
const PATIENCE = 5_000;

/** What holds the room of a console. */
export class Hold {
  #root;
  #timer = null;
  #observer = new MutationObserver(() => this.#root.querySelector(WAITING) ?? this.release());

  constructor(root) {
    this.#root = root;
  }

  /** Keeps at least the room that it has now, until what comes next is drawn. */
  begin() {
    this.release();
    this.#root.style.minBlockSize = `${this.#root.offsetHeight}px`;
    this.#observer.observe(this.#root, { childList: true, subtree: true });
    this.#timer = setTimeout(() => this.release(), PATIENCE);
  }

  /** Lets it be as high as what is in it. */
  release() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#root.style.minBlockSize = "";
  }
}
