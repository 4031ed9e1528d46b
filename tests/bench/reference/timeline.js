// The timeline as a picture: three stacked series, a path each, with an axis.
import { time } from './format.js';
import { textOf } from './rows.js';

const HEIGHT = 190;
const TOP = 26;
const FLOOR = 168;
const LEFT = 28;
const SERIES = ['answered', 'unanswered', 'carrier_errors'];
const FILLS = ['var(--c1)', 'var(--c2)', 'var(--bad)'];
const SVG = 'http://www.w3.org/2000/svg';

function shape(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

export class Timeline {
  constructor(place) {
    const width = place.clientWidth || 852;
    this.width = width;
    const picture = shape('svg', { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` }, place);
    this.paths = SERIES.map((series, at) => shape('path', { fill: `${FILLS[at]}`, 'data-series': series }, picture));
    this.levels = [0, 1, 2, 3, 4].map((level) => {
      const y = FLOOR - (level * (FLOOR - TOP)) / 4;
      shape('path', { d: `M${LEFT} ${y}H${width}`, stroke: 'currentColor', 'stroke-opacity': 0.15 }, picture);
      return textOf(shape('text', { x: LEFT - 8, y: y + 4, 'font-size': 11, 'text-anchor': 'end', fill: 'currentColor' }, picture));
    });
    this.hours = Array.from({ length: 8 }, (_, at) =>
      textOf(shape('text', { x: LEFT + ((at + 0.5) * (width - LEFT)) / 8, y: 182, 'font-size': 11, 'text-anchor': 'middle', fill: 'currentColor' }, picture)),
    );
  }

  draw({ buckets }) {
    const step = (this.width - LEFT) / buckets.length;
    const most = Math.max(...buckets.map((bucket) => SERIES.reduce((sum, series) => sum + bucket[series], 0)));
    const scale = Math.ceil(most / 40) * 40;
    const floors = new Array(buckets.length).fill(0);
    SERIES.forEach((series, at) => {
      let path = '';
      buckets.forEach((bucket, index) => {
        const from = FLOOR - (floors[index] / scale) * (FLOOR - TOP);
        floors[index] += bucket[series];
        const to = FLOOR - (floors[index] / scale) * (FLOOR - TOP);
        const x = LEFT + index * step + 1;
        path += `M${x.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}h${(step - 2).toFixed(1)}V${from.toFixed(1)}z`;
      });
      if (this.paths[at].getAttribute('d') !== path) this.paths[at].setAttribute('d', path);
    });
    this.levels.forEach((write, level) => write(String((scale * level) / 4)));
    this.hours.forEach((write, at) => write(time(buckets[Math.floor(((at + 0.5) * buckets.length) / 8)].from)));
  }
}
