// Goes into the crate under test: which of its mutants is alive, and which were come by.
use std::fs::File;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{LazyLock, Mutex};

static ALIVE: LazyLock<u32> = LazyLock::new(|| {
    let named = std::env::var("MUTANT").ok();
    named.and_then(|number| number.parse().ok()).unwrap_or(0)
});

static REACHED: LazyLock<Option<(Vec<AtomicBool>, Mutex<File>)>> = LazyLock::new(|| {
    let file = File::create(std::env::var("MUTANTS_REACHED").ok()?).ok()?;
    let seen = (0..MUTANTS).map(|_| AtomicBool::new(false)).collect();
    Some((seen, Mutex::new(file)))
});

/// Whether this mutant is the one that lives in this process.
#[must_use]
pub fn is_mutant(number: u32) -> bool {
    if let Some((seen, file)) = &*REACHED {
        let is_new = seen.get(number as usize).is_some_and(|seen| !seen.swap(true, Ordering::Relaxed));
        if is_new && let Ok(mut file) = file.lock() {
            let _ = file.write_all(format!("{number}\n").as_bytes());
        }
    }
    *ALIVE == number
}
