// Every way to fail that docs/sentinels.md lists, and what it must come to, whichever part of the API it meets.
import { readFileSync } from 'node:fs';

/** A place that has only a line for it says the cause alone: a card of Live Ops, a part of triage's evidence. */
const UNREADABLE = /unreadable answer|cannot be read/;

/** Kinds without an answer that can be shown: the sentence, the cause in a line, and what is said of a file. */
const FAILURES = {
  401: { sentence: /signed out|session has ended/i, cause: /signed out|session has ended/i },
  403: { sentence: /do not have access.*HTTP 403/i, cause: /HTTP 403/ },
  404: { sentence: /HTTP 404|No campaign has this ID/, cause: /HTTP 404/ },
  409: { sentence: /HTTP 409/, cause: /HTTP 409/ },
  422: { sentence: /HTTP 422/, cause: /HTTP 422/ },
  429: { sentence: /HTTP 429.*7 s/, cause: /HTTP 429/ },
  500: { sentence: /HTTP 500/, cause: /HTTP 500/ },
  '502html': { sentence: /HTTP 502/, cause: /HTTP 502/ },
  503: { sentence: /HTTP 503/, cause: /HTTP 503/ },
  504: { sentence: /HTTP 504/, cause: /HTTP 504/ },
  cut: { sentence: /could not be reached|ended too early|cannot be read/i, cause: /not reachable|unreadable answer/ },
  truncated: { sentence: /cannot be read.*cut off/i, cause: UNREADABLE, file: /fewer rows than it had announced/ },
  garbage: { sentence: /cannot be read.*JSON/i, cause: UNREADABLE, file: /fewer rows than it had announced/ },
  empty: { sentence: /cannot be read.*empty/i, cause: UNREADABLE, file: /fewer rows than it had announced/ },
  html200: { sentence: /cannot be read.*web page/i, cause: UNREADABLE, file: /cannot be read.*a CSV file, and the answer is something else/i },
};

/** Kinds whose answer is odd but usable: whatever it says, the page stands. */
const USABLE = ['wrongtype', 'wrongrow', 'wrongblock', 'unknownenum', 'nulls', 'nullsdeep', 'absent', 'absentdeep', 'extra', 'huge', 'hostile', 'numbers', 'skew', 'contradictory'];

/** Kinds that take time: the page's own clock passes it. */
const TIMED = {
  slow: { sentence: null },
  late: { sentence: null, meanwhile: /Still loading/ },
  hang: { sentence: /did not answer within \d+ seconds/, cause: /no answer in \d+ s/ },
  stall: { sentence: /did not answer within \d+ seconds/, cause: /no answer in \d+ s/, file: /Nothing more of the file arrived for \d+ seconds|did not answer within \d+ seconds/ },
};

const kind = (name, type, told) => ({ name, type, ...told });

/** All of them; the one that ends the session comes last. */
export const KINDS = [
  ...Object.entries(FAILURES).filter(([name]) => name !== '401').map(([name, told]) => kind(name, 'failure', told)),
  ...USABLE.map((name) => kind(name, 'usable', {})),
  ...Object.entries(TIMED).map(([name, told]) => kind(name, 'timed', told)),
  kind('401', 'failure', FAILURES[401]),
];

/** What the docs list. */
export function documented() {
  const docs = readFileSync(new URL('../../docs/sentinels.md', import.meta.url), 'utf8');
  return [...docs.matchAll(/^\| `fault-([a-z0-9]+)` \|/gm)].map((match) => match[1]);
}

/** The operations of the contract, such as "GET /calls". */
export function operations() {
  const contract = readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8');
  const paths = /\npaths:\n([\s\S]*?)\n[a-z]/.exec(contract)[1];
  const found = [];
  let path = '';
  for (const line of paths.split('\n')) {
    path = /^ {2}(\/\S*):$/.exec(line)?.[1] ?? path;
    const method = /^ {4}(get|post|put|patch|delete):$/.exec(line)?.[1];
    if (method) found.push(`${method.toUpperCase()} ${path}`);
  }
  return found;
}
