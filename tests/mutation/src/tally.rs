//! What came of all mutants, as a text.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::listed::Mutant;
use crate::trial::Fate;

/// What came of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Tried(Fate),
    /// It does not compile.
    Unviable,
    /// It can only be built by itself: cargo-mutants has to.
    Alone,
}

impl Outcome {
    const ALL: [Self; 6] = [
        Self::Tried(Fate::Caught),
        Self::Tried(Fate::TimedOut),
        Self::Tried(Fate::Missed),
        Self::Tried(Fate::Unreached),
        Self::Unviable,
        Self::Alone,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Tried(Fate::Caught) => "caught",
            Self::Tried(Fate::TimedOut) => "timeout",
            Self::Tried(Fate::Missed) => "missed",
            Self::Tried(Fate::Unreached) => "unreached",
            Self::Unviable => "unviable",
            Self::Alone => "alone",
        }
    }
}

/// What came of mutants in an earlier run, by their names.
pub fn read(record: &str) -> BTreeMap<&str, Outcome> {
    let lines = record.lines().filter_map(|line| line.split_once(' '));
    let known = |word: &str| {
        Outcome::ALL
            .into_iter()
            .find(|outcome| outcome.word() == word)
    };
    lines
        .filter_map(|(word, name)| Some((name, known(word)?)))
        .collect()
}

/// A table by room, then every mutant that is not caught.
pub fn report(outcomes: &BTreeMap<u32, Outcome>, mutants: &[Mutant]) -> String {
    let mut rooms: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut rest = BTreeMap::new();
    for (number, mutant) in (1u32..).zip(mutants) {
        let Some(outcome) = outcomes.get(&number) else {
            continue;
        };
        let room = mutant.file.split(['/', '.']).nth(1).unwrap_or_default();
        *rooms
            .entry(room)
            .or_default()
            .entry(outcome.word())
            .or_default() += 1;
        if !matches!(
            outcome,
            Outcome::Tried(Fate::Caught | Fate::TimedOut) | Outcome::Unviable
        ) {
            rest.entry((outcome.word(), number)).or_insert(&mutant.name);
        }
    }
    let mut text = String::new();
    for (room, words) in rooms {
        let of = |word: &str| words.get(word).copied().unwrap_or(0);
        let noticed = of("caught") + of("timeout");
        let viable = noticed + of("missed") + of("unreached");
        let share = if viable == 0 {
            100.0
        } else {
            noticed as f64 / viable as f64 * 100.0
        };
        let _ = writeln!(
            text,
            "{room}: {share:.1} % of {viable} noticed: {} caught, {} ran out of time, {} missed, {} unreached; {} unviable, {} only alone",
            of("caught"),
            of("timeout"),
            of("missed"),
            of("unreached"),
            of("unviable"),
            of("alone"),
        );
    }
    for ((word, _), name) in rest {
        let _ = write!(text, "\n{word} {name}");
    }
    text
}
