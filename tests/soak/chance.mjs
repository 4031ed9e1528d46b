// Chances that a seed fixes: the same seed and step always choose the same.

/** 32 well-mixed bits of two numbers. */
function mixed(seed, step) {
  let bits = (seed ^ Math.imul(step + 1, 0x9e3779b1)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** What is drawn in one step. */
export class Chance {
  constructor(seed, step) {
    this.state = mixed(seed, step);
  }

  /** From 0 up to, and without, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  of(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** One of the entries, the more often the more its `weight`. */
  weighed(entries) {
    let left = this.next() * entries.reduce((sum, { weight }) => sum + weight, 0);
    return entries.find(({ weight }) => (left -= weight) < 0) ?? entries.at(-1);
  }
}
