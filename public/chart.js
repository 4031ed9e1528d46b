// Draws charts with Apache ECharts. The page fetches this module when the first chart comes near
// the screen. What a chart shows comes as JSON from src/charts; how it looks is settled here, from
// the style sheets' own tokens, so that it follows the theme.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Diameter of a numbered pin, and the least distance between two that stand in one row, in px. */
const PIN = 16;
const PIN_GAP = 18;
/** Rows of pins; with more the plot would shrink, so the rest overlap. */
const PIN_ROWS = 3;
/** Stripes of the sheet's --hatch: 2 px of color, 1.5 px of ground. */
const HATCH = { symbol: "rect", symbolSize: 1, rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [1.5, 2] };

/** How far from the screen a chart still follows at once: as far as it is drawn ahead. */
const NEAR = "400px 0px";
/** Colors that are named here; the others are in the sheet. */
const OWN_TOKENS = ["--text", "--text-2", "--text-3", "--c3", "--surface", "--ink", "--on-ink"].map((name) => `var(${name})`);
const TOKEN = /var\(--[\w-]+\)/g;

let open = 0;

/** Charts that are open now, each with its listeners and observers. */
export const alive = () => open;

/**
 * Opens a chart that fills an element. `draw` it whenever its figures change, and `dispose` of it
 * when its element goes: nothing of it stays.
 */
export function openChart(place) {
  const chart = init(place, null, { renderer: "svg" });
  let drawing = null;
  let isSeen = true;
  let isStale = false;
  open += 1;

  const paint = () => {
    isStale = false;
    if (drawing) chart.setOption(dressed(drawing, place), { replaceMerge: ["xAxis", "yAxis", "series"] });
  };
  // What nobody sees is painted when it comes into sight, or onto paper.
  const follow = () => {
    if (isSeen) paint();
    else isStale = true;
  };
  const sight = new IntersectionObserver(
    (changes) => {
      isSeen = changes.at(-1).isIntersecting;
      if (isSeen && isStale) paint();
    },
    { rootMargin: NEAR },
  );
  sight.observe(place);
  const size = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = place;
    if (!clientWidth || (clientWidth === chart.getWidth() && clientHeight === chart.getHeight())) return;
    chart.resize();
    if (drawing?.pins) paint();
  });
  size.observe(place);
  // Paper waits for no frame, and some browsers tell of it only before.
  const theme = watchTheme(place, withFrame(() => !chart.isDisposed() && follow()), paint);
  const complete = () => isStale && paint();
  window.addEventListener("beforeprint", complete);

  return {
    draw(json) {
      const isFirst = !drawing;
      drawing = { ...JSON.parse(json), tokens: [...new Set([...OWN_TOKENS, ...(json.match(TOKEN) ?? [])])] };
      if (isFirst) paint();
      else follow();
    },
    dispose() {
      if (chart.isDisposed()) return;
      open -= 1;
      size.disconnect();
      sight.disconnect();
      window.removeEventListener("beforeprint", complete);
      theme();
      chart.dispose();
    },
  };
}

/** Once for the next frame, however often it is asked meanwhile: charts turn to another theme together with the page. */
function withFrame(act) {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      act();
    });
  };
}

/**
 * Calls `turned` when the theme of the page around does, and `printed` when the page goes onto paper, which is always
 * light, or is back on screen; returns what ends that.
 */
function watchTheme(place, turned, printed) {
  const media = [["(prefers-color-scheme: dark)", turned], ["print", printed]].map(([query, changed]) => [matchMedia(query), changed]);
  for (const [each, changed] of media) each.addEventListener("change", changed);
  const observer = new MutationObserver(turned);
  const root = place.closest(".ringside");
  if (root) observer.observe(root, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
  // In a page of somebody else, where the color of text may change for any reason, the sheet lets
  // it take a moment, and that is told.
  const told = ({ target }) => target === place && turned();
  place.addEventListener("transitionend", told);
  return () => {
    place.removeEventListener("transitionend", told);
    for (const [each, changed] of media) each.removeEventListener("change", changed);
    observer.disconnect();
  };
}

/** The option as ECharts takes it: with colors, type, labels and tips. */
function dressed({ option, ticks, tips, pins, columns, tokens }, place) {
  const style = getComputedStyle(place);
  const ink = inks(place, tokens);
  const dress = painted(option, ink);
  for (const axis of [dress.xAxis, dress.yAxis].flat()) {
    const texts = new Map(ticks[axis.id]);
    const label = (axis.axisLabel ??= {});
    Object.assign(label, { hideOverlap: true, textMargin: 0, fontSize: label.fontSize ?? 11, color: label.color ?? ink("var(--text-3)") });
    if (texts.size) label.formatter = (value) => texts.get(value) ?? "";
    if (axis.id === "x" && texts.has(axis.min)) label.alignMinLabel = "left";
  }
  // Nothing happens on a press, so nothing may look as if.
  for (const series of dress.series) series.cursor = "default";
  if (columns) setColumns(dress.yAxis, columns, ink);
  if (pins) raisePins(dress, pins, place, ink);
  return {
    ...dress,
    // Data never moves by itself, with or without the wish for reduced motion.
    animation: false,
    textStyle: { fontFamily: style.fontFamily },
    tooltip: { ...dress.tooltip, ...tooltip(tips) },
  };
}

/** The tokens as the page paints them now; all at once, for each look has the browser lay the page out. */
function inks(place, tokens) {
  const probes = place.ownerDocument.createElement("i");
  probes.hidden = true;
  for (const token of tokens) {
    const probe = probes.appendChild(place.ownerDocument.createElement("i"));
    probe.style.color = token;
  }
  place.append(probes);
  const known = new Map(tokens.map((token, at) => [token, getComputedStyle(probes.children[at]).color]));
  probes.remove();
  return (token) => known.get(token);
}

/** A copy with each `var(--token)` as a color; the token --hatch becomes color and stripes. */
function painted(value, ink) {
  if (Array.isArray(value)) return value.map((item) => painted(item, ink));
  if (typeof value === "string") return value.startsWith("var(--") ? ink(value) : value;
  if (!value || typeof value !== "object") return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, painted(item, ink)]));
  if (value.color === "var(--hatch)") {
    copy.color = ink("var(--c3)");
    copy.decal = { ...HATCH, color: ink("var(--surface)") };
  }
  return copy;
}

/** Labels to the left of bars, count and percentage to the right. */
function setColumns([labels, figures], columns, ink) {
  const margin = 12;
  Object.assign(labels.axisLabel, { width: columns.labelWidth - margin, overflow: "truncate", align: "left", margin: columns.labelWidth, color: ink("var(--text)") });
  const cell = { fontSize: 12, align: "right" };
  Object.assign(figures.axisLabel, {
    margin: 0,
    formatter: (_, index) => columns.figures[index].map((text, at) => `{${at ? "share" : "count"}|${text}}`).join(""),
    rich: { count: { ...cell, width: 44, fontWeight: 700, color: ink("var(--text)") }, share: { ...cell, width: 52, color: ink("var(--text-2)") } },
  });
}

/** Numbered pins above the plot; where two would touch, the later one stands a row higher if it can. */
function raisePins(dress, { series, from, to, at }, place, ink) {
  const { left, right } = dress.grid;
  const width = place.clientWidth - left - right;
  const taken = [];
  const label = { width: PIN, height: PIN, lineHeight: PIN, padding: 0, borderRadius: PIN, align: "center", verticalAlign: "middle", fontSize: 11, fontWeight: 700 };
  const rows = at.map((moment) => {
    const x = ((moment - from) / (to - from)) * width;
    const free = taken.findIndex((row) => row.every((other) => Math.abs(x - other) >= PIN_GAP));
    const row = free >= 0 ? free : Math.min(taken.length, PIN_ROWS - 1);
    (taken[row] ??= []).push(x);
    return row;
  });
  const marks = dress.series[series].markLine;
  marks.data = marks.data.map((mark, index) => ({
    ...mark,
    label: { ...marks.label, ...label, formatter: mark.name, distance: PIN / 2 + 3 + rows[index] * PIN_GAP, color: ink("var(--on-ink)"), backgroundColor: ink("var(--ink)") },
  }));
  dress.grid.top += (taken.length - 1) * PIN_GAP;
}

/** What is told of the place under the pointer: elements of our own, as the strict policy wants it. */
function tooltip(tips) {
  return {
    confine: true,
    transitionDuration: 0,
    padding: 0,
    borderWidth: 0,
    backgroundColor: "transparent",
    shadowBlur: 0,
    shadowColor: "transparent",
    formatter: (under) => {
      const tip = tips[[under].flat()[0]?.dataIndex];
      return tip ? tipBox(tip) : null;
    },
  };
}

function tipBox({ title, rows, notes }) {
  const box = element("div", "");
  box.className = "chart-tip";
  box.append(element("b", title), ...rows.map(tipRow), ...notes.map((note) => element("span", note)));
  return box;
}

function tipRow({ series, value, label }) {
  const row = element("p", "");
  const swatch = element("i", "");
  swatch.className = "swatch";
  if (series) swatch.dataset.series = series;
  row.append(swatch, element("b", value), element("span", label));
  return row;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
