//! What the console makes of the simulated trouble: the right sign within two refreshes, and
//! none while all is well.

use ringside::domain::history::History;
use ringside::domain::signal::signals;

use super::console::{decoded, formatting};
use super::{made, origin};
use crate::campaign::trouble::Trouble;
use crate::world::{Origin, World};
use crate::zone::{MINUTE, Ms};

const SEEDS: [u64; 2] = [7, 42];

fn of_seed(seed: u64) -> World {
    made(Origin { seed, ..origin(0) })
}

/// A console that has a campaign's page open.
struct Console {
    id: &'static str,
    history: History,
}

impl Console {
    fn open(world: &World, id: &'static str) -> Self {
        let history = History::default();
        let mut console = Self { id, history };
        console.refresh(world);
        console
    }

    /// The signs that the page shows after this refresh.
    fn refresh(&mut self, world: &World) -> Vec<&'static str> {
        let read = decoded(world, self.id);
        self.history.push(&read);
        formatting(world, |formats| {
            let found = signals(&self.history, &read, formats);
            found.iter().map(|signal| signal.key).collect()
        })
    }
}

/// The signs after each of so many refreshes.
fn watched(
    world: &mut World,
    console: &mut Console,
    every: Ms,
    refreshes: i64,
) -> Vec<Vec<&'static str>> {
    (0..refreshes)
        .map(|_| {
            world.advance(every).unwrap();
            console.refresh(world)
        })
        .collect()
}

#[test]
fn each_trouble_raises_its_sign_within_two_refreshes() {
    for seed in SEEDS {
        let begun = of_seed(seed);
        for (trouble, sign) in [
            (Trouble::PoolExhausted, "capacity"),
            (Trouble::CarrierBurst, "failures"),
            (Trouble::AnswerRateCollapse, "answer_rate"),
        ] {
            for id in ["cmp_8f3k2q", "cmp_1a9ze"] {
                let mut world = begun.anew().unwrap();
                let mut console = Console::open(&world, id);
                let before = watched(&mut world, &mut console, MINUTE, 5);
                assert_eq!(before.concat(), [""; 0], "{id} before {sign}, seed {seed}");
                let index = world.dialer.find(id).unwrap().index;
                assert!(world.dialer.suffer(index, trouble));
                let after = watched(&mut world, &mut console, MINUTE, 2);
                let raised = after.last().unwrap();
                assert!(
                    raised.contains(&sign),
                    "{id} {sign}, seed {seed}: {after:?}"
                );
            }
        }
    }
}

#[test]
fn the_healthy_campaign_raises_none_for_half_an_hour() {
    for seed in SEEDS {
        let begun = of_seed(seed);
        for every in [10_000, MINUTE, 3 * MINUTE] {
            let mut world = begun.anew().unwrap();
            let mut console = Console::open(&world, "cmp_1a9ze");
            let signs = watched(&mut world, &mut console, every, 30 * MINUTE / every);
            assert_eq!(signs.concat(), [""; 0], "every {every} ms, seed {seed}");
        }
    }
}
