// What the console asks of the API, and what of it is on its way.

/** One question asked twice at a time is one too many, once the first has had the time to be given up. */
const OVERLAP_MS = 500;
const KEPT = 40;

export class Requests {
  constructor(page, api) {
    this.total = 0;
    this.most = 0;
    this.latest = [];
    this.underWay = new Map();
    page.on('request', (request) => {
      if (!request.url().startsWith(api)) return;
      this.total += 1;
      this.latest = [...this.latest, `${request.method()} ${request.url().slice(api.length)}`].slice(-KEPT);
      this.underWay.set(request, Date.now());
      this.most = Math.max(this.most, this.underWay.size);
    });
    const ended = (request) => this.underWay.delete(request);
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  get areOver() {
    return this.underWay.size === 0;
  }

  /** Questions that are on their way more than once. */
  doubled() {
    const old = [...this.underWay].filter(([, since]) => Date.now() - since > OVERLAP_MS).map(([request]) => `${request.method()} ${request.url()}`);
    return old.filter((asked, at) => old.indexOf(asked) !== at);
  }
}
