// How different two colors look, also to somebody who sees two of the three primaries.
// The difference is CIEDE2000 as in Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula:
// implementation notes, supplementary test data, and mathematical observations", Color Research and
// Application 30 (2005); 1 is about what is noticed side by side. The ways of seeing are the full
// deficiencies of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
// color vision deficiency", IEEE TVCG 15 (2009), over linear light.

/** What each way of seeing makes of linear red, green and blue. */
export const VISIONS = {
  'full color vision': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Linear light of "#rrggbb". */
export function linear(hex) {
  return [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

/** The contrast of WCAG 2 between two colors. */
export function contrast(one, other) {
  const [light, dark] = [one, other]
    .map((hex) => linear(hex).reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * vector[at], 0));

/** CIE L*a*b* (D65) of what somebody sees where "#rrggbb" is shown. */
export function seen(hex, vision) {
  const light = times(VISIONS[vision], linear(hex)).map((value) => Math.min(1, Math.max(0, value)));
  const [x, y, z] = times([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]], light)
    .map((value, at) => value / [0.95047, 1, 1.08883][at])
    .map((value) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = (degrees) => (degrees * Math.PI) / 180;
const cos = (degrees) => Math.cos(radians(degrees));

/** The hue of a pair of coordinates, in degrees from 0 to 360. */
function hue(a, b) {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

/** CIEDE2000 between two colors in L*a*b*. */
export function difference([l1, a1, b1], [l2, a2, b2]) {
  const flat = (chroma) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const stretch = 1 + 0.5 * (1 - flat((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
  const [h1, h2] = [hue(stretch * a1, b1), hue(stretch * a2, b2)];
  const isGray = c1 * c2 === 0;

  const turn = isGray ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const [dl, dc, dh] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))];

  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const across = Math.abs(h1 - h2) > 180;
  const h = isGray ? h1 + h2 : ((h1 + h2 + (across ? (h1 + h2 < 360 ? 360 : -360) : 0)) / 2);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const turned = -Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * flat(c);
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + turned * (dc / sc) * (dh / sh));
}
