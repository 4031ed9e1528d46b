// Paints the headline figures of a campaign into the static skeleton while the module is still on
// its way. Only what cannot be read in two ways is painted: with anything unusual in the answer the
// skeleton stays, and the module says what is what. The rules are those of src/domain/kpi, and
// tests/e2e/first_figures.spec.js holds the two together.
const WAITING = ["pending", "scheduled", "retry_scheduled", "callback_scheduled"];
const LIVE = ["leased", "dialling", "ringing", "amd_screening", "attaching", "in_progress", "_processing"];
const FAILED = ["exhausted", "amd_machine", "abandoned"];
const FINAL = ["completed", "window_closed", "manual_stopped", ...FAILED];
const KNOWN = new Set([...WAITING, ...LIVE, ...FINAL]);
// A draft has no figures.
const STATUSES = ["scheduled", "running", "paused", "completed", "failed", "cancelled"];

// By its inverse, −0 is told from 0, and what is beyond all numbers (1e400) from a number: neither
// would be written as the module writes it.
const isCount = (value) => Number.isSafeInteger(value) && 1 / value > 0;
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const two = (number) => String(number).padStart(2, "0");

/** Seconds of talk: "1m 52s", "1h 02m". */
function talk(seconds) {
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`;
  return `${Math.floor(whole / 3600)}h ${two(Math.floor((whole % 3600) / 60))}m`;
}

/** The rules for numbers, in the language of a deployment or of the browser. */
function formats(locale) {
  const number = (options) => {
    try {
      return new Intl.NumberFormat(locale || undefined, options);
    } catch {
      return new Intl.NumberFormat(undefined, options);
    }
  };
  const count = number({});
  const tenth = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    count: (value) => count.format(value),
    share(part, whole) {
      if (whole <= 0) return "—";
      const percent = (part / whole) * 100;
      return `${tenth.format(percent >= 99.9 && percent < 100 ? 99.9 : percent)}%`;
    },
    money: ({ amount, currency }) => number({ style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(amount),
  };
}

/** The tiles of a snapshot: [name, figure] each. `null` where anything in it is not plain. */
export function firstFigures(snapshot, locale) {
  const { campaign, counts, attempts, cost, goal } = snapshot ?? {};
  const plain = [campaign, counts, attempts, cost?.total, counts?.by_status].every(isRecord);
  if (!plain || !STATUSES.includes(campaign.status)) return null;
  const words = Object.entries(counts.by_status);
  const sum = words.reduce((total, [, value]) => total + value, 0);
  if (!words.every(([word, value]) => KNOWN.has(word) && isCount(value)) || sum !== counts.total) return null;
  // The dialer's own rates go before ours, by rules that are the module's.
  if ([counts.progress, attempts.answer_rate, attempts.average_seconds].some((own) => own !== undefined)) return null;
  const { finished, answered, completed, talk_seconds: seconds } = attempts;
  if (![finished, answered, completed].every(isCount) || !(1 / seconds > 1e-12) || typeof seconds !== "number") return null;
  const { total } = cost;
  if (typeof total.amount !== "number" || !(1 / total.amount > 0) || !/^[A-Z]{3}$/.test(total.currency)) return null;
  const hasGoal = goal !== undefined;
  if (hasGoal && !(isRecord(goal) && isCount(goal.reached) && isCount(goal.target))) return null;

  const write = formats(locale);
  const of = (family) => family.reduce((tasks, word) => tasks + (counts.by_status[word] ?? 0), 0);
  const tiles = [
    ["Progress", write.share(of(FINAL), counts.total)],
    ["Active", write.count(of(LIVE))],
    ["Completed", write.count(of(["completed"]))],
    ["Failed", write.count(of(FAILED))],
    ["Pending", write.count(of(WAITING))],
    ["Answer rate", write.share(answered, finished), finished < 20],
    ["Avg duration", completed > 0 ? talk(seconds / completed) : "—"],
    ["Spend", write.money(total)],
  ];
  if (hasGoal) tiles.push(["Goal progress", write.share(goal.reached, goal.target)]);
  return tiles;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** Puts the tiles where the skeleton keeps a place for them. */
export function paintFirstFigures(tiles) {
  const place = document.querySelector("#ringside-skeleton .skeleton-strip");
  const drawn = tiles.map(([label, figure, isSmall]) => {
    const value = element("div", "tile-value", figure);
    value.dataset.kind = isSmall ? "small-sample" : "figure";
    const tile = element("div", "tile", element("div", "tile-label", label), value, element("div", "tile-sub"), element("div", "tile-change"));
    tile.setAttribute("role", "group");
    tile.ariaLabel = label;
    return tile;
  });
  const card = element("section", "card figures skeleton-figures", element("div", "tile-strip", ...drawn));
  card.ariaLabel = "Key figures";
  place?.replaceWith(card);
}
