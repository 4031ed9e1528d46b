// Campaigns of the demo that the tests know by what they show.

export const RUNNING = 'cmp_8f3k2q';
export const PAUSED_BY_BREAKER = 'cmp_2d71x';
export const RECORDED = 'cmp_recorded';
