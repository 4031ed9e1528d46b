//! Throws odd input at everything that reads: bytes and JSON near what honest senders send.
//!
//! ```text
//! make fuzz TARGET=mapping MINUTES=10
//! ```
//!
//! Beyond what each target holds by itself, no input may panic, hang, or make its reader ask for
//! more memory than its size allows. An input after which something new came becomes one to make
//! others of. As a test it runs a fixed number of inputs, the same each time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod corpus;
mod driver;
mod mutate;
mod odd;
mod random;
mod targets;
mod tree;

use cap::Cap;
use driver::{Limit, Run};
use std::alloc::System;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use targets::TARGETS;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, 1_500_000_000);

const USAGE: &str = "fuzz all|TARGET MINUTES [SEED] [FOLDER]\n";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout();
    let [name, minutes, rest @ ..] = arguments.as_slice() else {
        let _ = out.write_all(USAGE.as_bytes());
        return ExitCode::FAILURE;
    };
    let minutes: f64 = minutes.parse().unwrap_or(10.0);
    let seed = rest.first().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let folder = rest.get(1).map(PathBuf::from);
    let limit = Limit::Time(Duration::from_secs_f64(minutes * 60.0));
    let mut is_sound = true;
    for target in TARGETS
        .iter()
        .filter(|target| name == "all" || target.name == name)
    {
        let came = driver::run(&Run {
            target,
            limit,
            seed,
            folder: folder.clone(),
        });
        let _ = writeln!(out, "{came}");
        is_sound &= came.wrong.is_none();
    }
    if is_sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// What is asked of memory is counted for the whole process.
    static ALONE: Mutex<()> = Mutex::new(());

    fn short(name: &str, inputs: u64) {
        let _alone = ALONE.lock();
        let target = TARGETS.iter().find(|target| target.name == name).unwrap();
        let came = driver::run(&Run {
            target,
            limit: Limit::Inputs(inputs),
            seed: 7,
            folder: None,
        });
        assert!(came.wrong.is_none(), "{came}");
        assert!(came.executed >= inputs && came.corpus > 20, "{came}");
    }

    #[test]
    fn answers() {
        short("answers", 500);
    }

    #[test]
    fn figures() {
        short("figures", 100);
    }

    #[test]
    fn mapping() {
        short("mapping", 600);
    }

    #[test]
    fn routes() {
        short("routes", 4_000);
    }

    #[test]
    fn settings() {
        short("settings", 3_000);
    }

    #[test]
    fn tables() {
        short("tables", 5_000);
    }
}
