//! A healthy campaign over a shift, with the chance of real calls in it.

use super::*;

/// Numbers from 0 to 1, the same at every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        // Constants of D. E. Knuth's MMIX generator.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn of(&mut self, tries: i64, rate: f64) -> i64 {
        (0..tries).filter(|_| self.next() < rate).count() as i64
    }
}

/// One refresh later, `seconds` of dialing with answers at `rate`.
fn dialed(w: &Watched, seconds: i64, rate: f64, chance: &mut Chance) -> Watched {
    let mut next = w.clone();
    next.at += seconds * 1000;
    for number in &mut next.numbers {
        let dials = chance.of(seconds, 0.1);
        let answered = chance.of(dials, rate);
        let failed = chance.of(dials - answered, 0.05);
        number.0 += dials;
        number.1 += answered;
        next.finished += dials;
        next.answered += answered;
        next.failures = next.failures.map(|failures| failures + failed);
        let done = chance.of(answered, 0.8);
        let exhausted = chance.of(dials - answered, 0.15);
        next.completed += done;
        next.exhausted += exhausted;
        next.pending -= done + exhausted;
    }
    let drift = chance.of(6, 0.5) - 3;
    next.active = (next.active + drift).clamp(38, 46);
    next.pending -= next.active - w.active;
    next.ready = next.pending / 2;
    next
}

#[test]
fn a_healthy_campaign_raises_none_over_many_shifts() {
    for (seed, seconds) in [(1, 60), (2, 60), (3, 30), (4, 10), (5, 10), (6, 120)] {
        let mut chance = Chance(seed);
        let mut history = History::default();
        let mut now = start().with(|w| {
            w.pending = 40_000;
            w.ready = 20_000;
        });
        for refresh in 0..120 {
            // Later attempts are answered less, from 47% down to 21%.
            let rate = 0.47 - 0.26 * f64::from(refresh) / 120.0;
            now = dialed(&now, seconds, rate, &mut chance);
            let snapshot = now.snapshot();
            history.push(&snapshot);
            let found =
                mock::at_capture(&snapshot, |formats| signals(&history, &snapshot, formats));
            assert_eq!(found, [], "seed {seed}, refresh {refresh}");
        }
    }
}
