//! Tries every mutant that cargo-mutants lists of a crate: all of them are built at once, each behind
//! a switch, and of the tests only those run that come by it.
//!
//! ```text
//! mutation CRATE MUTANTS.json FOLDER [PATH-PREFIX]
//! ```
//!
//! FOLDER keeps what came of each mutant (`outcomes.txt`): what is there is not tried again. They are
//! tried in the order of a seed (SEED), by so many at a time (JOBS), for so long (MINUTES).

mod build;
mod listed;
mod points;
mod refused;
mod tally;
mod trial;
mod variants;
mod weave;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use tally::Outcome;
use trial::Tests;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, home, list, folder, rest @ ..] = arguments.as_slice() else {
        return Err("mutation CRATE MUTANTS.json FOLDER [PATH-PREFIX]".into());
    };
    let (home, folder) = (Path::new(home), Path::new(folder));
    let prefix = rest.first().map_or("", String::as_str);
    // Only what is asked for is woven in: fewer mutants build in less time.
    let mut mutants = listed::read(Path::new(list))?;
    mutants.retain(|mutant| mutant.file.starts_with(prefix));
    let memory = folder.join("left_out.txt");
    let remembered = fs::read_to_string(&memory).unwrap_or_default();
    let built = build::Crate::read(home, &mutants)?.build(&remembered)?;
    fs::write(&memory, built.remember(&mutants, &remembered))?;
    let tests = Tests::record(&built.programs, folder)?;
    say(&format!(
        "{} mutants; {} tests, one by one {:.0} s",
        mutants.len(),
        tests.len(),
        tests.took().as_secs_f64()
    ));

    let mut chosen: Vec<_> = (1u32..).zip(&mutants).collect();
    shuffle(&mut chosen, number_of("SEED").unwrap_or(1));
    let end =
        number_of("MINUTES").map(|minutes| Instant::now() + Duration::from_secs(minutes * 60));
    let record = folder.join("outcomes.txt");
    let recorded = fs::read_to_string(&record).unwrap_or_default();
    let known = tally::read(&recorded);
    let outcomes = Mutex::new((
        BTreeMap::new(),
        OpenOptions::new().create(true).append(true).open(&record)?,
    ));
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    thread::scope(|scope| {
        for _ in 0..number_of("JOBS").unwrap_or(1) {
            scope.spawn(|| {
                while end.is_none_or(|end| Instant::now() < end)
                    && let Some((number, mutant)) = chosen.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let before = known.get(&*mutant.name).copied();
                    let outcome = match before {
                        Some(outcome) => Ok(outcome),
                        None if built.unviable.contains(number) => Ok(Outcome::Unviable),
                        None if built.alone.contains(number) => Ok(Outcome::Alone),
                        None => tests.try_mutant(*number).map(Outcome::Tried),
                    };
                    match (outcome, outcomes.lock(), failed.lock()) {
                        (Ok(outcome), Ok(mut outcomes), _) => {
                            if before.is_none() {
                                let _ = writeln!(outcomes.1, "{} {}", outcome.word(), mutant.name);
                            }
                            outcomes.0.insert(*number, outcome);
                        }
                        (Err(error), _, Ok(mut failed)) => *failed = Some(error.to_string()),
                        _ => return,
                    }
                }
            });
        }
    });
    if let Ok(Some(error)) = failed.into_inner() {
        return Err(error.into());
    }
    let (outcomes, _) = outcomes
        .into_inner()
        .map_err(|_| "A worker ended in a panic.")?;
    let text = tally::report(&outcomes, &mutants);
    fs::write(folder.join("report.txt"), &text)?;
    say(&format!("{} of {} tried", outcomes.len(), chosen.len()));
    say(text
        .lines()
        .take_while(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
        .as_str());
    Ok(())
}

fn number_of(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// The same order for the same seed: a run that is cut short has tried a random part.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for at in (1..items.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let other = ((state >> 33) % (at as u64 + 1)) as usize;
        items.swap(at, other);
    }
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
