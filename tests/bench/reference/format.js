// Figures as they are read. The formatters are made once.
const US = 'en-US';
const whole = new Intl.NumberFormat(US);
const tenths = new Intl.NumberFormat(US, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(US, { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1 });
const weights = new Intl.NumberFormat(US, { style: 'percent', maximumFractionDigits: 0 });
const dollars = new Intl.NumberFormat(US, { style: 'currency', currency: 'USD' });
const zoned = { timeZone: 'America/Chicago', hour12: false, hourCycle: 'h23' };
const clocks = new Intl.DateTimeFormat(US, { ...zoned, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minutes = new Intl.DateTimeFormat(US, { ...zoned, hour: '2-digit', minute: '2-digit' });
const days = new Intl.DateTimeFormat('en-GB', { ...zoned, day: 'numeric', month: 'short' });

const DASH = '—';
const orDash = (write) => (value) => (value === null || value === undefined ? DASH : write(value));

export const count = orDash((value) => whole.format(value));
export const rate = orDash((value) => share.format(value));
export const weight = orDash((value) => weights.format(value));
export const perSecond = orDash((value) => tenths.format(value));
export const money = orDash(({ amount }) => dollars.format(amount));
export const clock = orDash((text) => clocks.format(Date.parse(text)));
export const time = orDash((text) => minutes.format(Date.parse(text)));
export const day = orDash((text) => `${days.format(Date.parse(text))}, ${time(text)} CST`);
export const text = orDash(String);

export const span = orDash((seconds) => {
  const rest = String(seconds % 60).padStart(2, '0');
  return seconds < 3600 ? `${Math.floor(seconds / 60)}m ${rest}s` : `${Math.floor(seconds / 3600)}h ${Math.floor((seconds % 3600) / 60)}m`;
});

export const phone = orDash((number) =>
  /^\+1\d{10}$/.test(number) ? `+1 ${number.slice(2, 5)} ${number.slice(5, 8)} ${number.slice(8)}` : number,
);

const NAMES = { amd_machine: 'Machine', amd_screening: 'AMD screening', spam_flagged: 'Spam-flagged' };

/** A code as words: retry_scheduled is "Retry scheduled". */
export function words(code) {
  if (NAMES[code]) return NAMES[code];
  const plain = code.replace(/^_/, '').replaceAll('_', ' ');
  return plain[0].toUpperCase() + plain.slice(1);
}
