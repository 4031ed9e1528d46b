// The policy that every host is told to send; docs/security.md has the reason for each part.
import { readFileSync } from 'node:fs';

const { csp } = JSON.parse(readFileSync(new URL('../../public/hosts/policy.json', import.meta.url), 'utf8'));

/** Its directives, as [name, value]. */
export const DIRECTIVES = Object.entries(csp);

/** The header, with the address that browsers report to. */
export const reportingTo = (address) => [...DIRECTIVES, ['report-uri', address]].map((each) => each.join(' ')).join('; ');
