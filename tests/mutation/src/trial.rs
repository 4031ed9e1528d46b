//! Which tests come by which mutants, and whether one of them notices.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What the tests say of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Caught,
    TimedOut,
    /// Tests come by it, and notice nothing.
    Missed,
    /// No test comes by it.
    Unreached,
}

/// A test that comes by mutants.
#[derive(Debug)]
struct Test {
    program: PathBuf,
    name: String,
    took: Duration,
}

/// All tests, quickest first, and who comes by what.
pub struct Tests {
    programs: Vec<PathBuf>,
    tests: Vec<Test>,
    reached: HashMap<u32, Vec<usize>>,
}

/// A run that takes this much longer than without the mutant hangs.
const PATIENCE: u32 = 10;
const LEAST_PATIENCE: Duration = Duration::from_secs(6);
/// Tests that run in one process: first those that together take this long, then twice that.
const FIRST_BATCH: Duration = Duration::from_millis(60);
const LARGEST_BATCH: Duration = Duration::from_secs(60);
/// Memory that a mutant may take, in KiB as `ulimit` has it.
const MEMORY: u32 = 3_000_000;

impl Tests {
    /// Runs each test once by itself; all have to pass.
    pub fn record(programs: &[PathBuf], folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut found = Vec::new();
        for program in programs {
            for name in names(program)? {
                let log = folder.join("reached.txt");
                let start = Instant::now();
                let passed = run(
                    program,
                    &[&name],
                    &[("MUTANTS_REACHED", &log.to_string_lossy())],
                    Duration::from_secs(300),
                )?;
                let took = start.elapsed();
                if passed != Some(true) {
                    return Err(format!("{name} does not pass without a mutant.").into());
                }
                let numbers: Vec<u32> = fs::read_to_string(&log)
                    .unwrap_or_default()
                    .lines()
                    .filter_map(|line| line.parse().ok())
                    .collect();
                let _ = fs::remove_file(&log);
                found.push((
                    Test {
                        program: program.clone(),
                        name,
                        took,
                    },
                    numbers,
                ));
            }
        }
        found.sort_by_key(|(test, _)| test.took);
        let mut reached: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, (_, numbers)) in found.iter().enumerate() {
            for number in numbers {
                reached.entry(*number).or_default().push(at);
            }
        }
        Ok(Self {
            programs: programs.to_vec(),
            tests: found.into_iter().map(|(test, _)| test).collect(),
            reached,
        })
    }

    pub fn len(&self) -> usize {
        self.tests.len()
    }

    pub fn took(&self) -> Duration {
        self.tests.iter().map(|test| test.took).sum()
    }

    /// Runs the tests that come by a mutant until one fails.
    pub fn try_mutant(&self, number: u32) -> Result<Fate, Box<dyn Error>> {
        let Some(mut left) = self.reached.get(&number).map(Vec::as_slice) else {
            return Ok(Fate::Unreached);
        };
        let mut size = FIRST_BATCH;
        while !left.is_empty() {
            let mut took = Duration::ZERO;
            let fits = |at: &&usize| {
                took += self.tests[**at].took;
                took <= size
            };
            let count = left.iter().take_while(fits).count().max(1);
            let (batch, behind) = left.split_at(count);
            for program in &self.programs {
                let own = batch
                    .iter()
                    .map(|at| &self.tests[*at])
                    .filter(|test| test.program == *program);
                let own: Vec<&Test> = own.collect();
                if own.is_empty() {
                    continue;
                }
                let names: Vec<&str> = own.iter().map(|test| test.name.as_str()).collect();
                let usual: Duration = own.iter().map(|test| test.took).sum();
                let patience = (usual * PATIENCE).max(LEAST_PATIENCE);
                match run(
                    program,
                    &names,
                    &[("MUTANT", &number.to_string())],
                    patience,
                )? {
                    Some(true) => {}
                    Some(false) => return Ok(Fate::Caught),
                    None => return Ok(Fate::TimedOut),
                }
            }
            left = behind;
            size = (size * 2).min(LARGEST_BATCH);
        }
        Ok(Fate::Missed)
    }
}

fn names(program: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let output = Command::new(program)
        .args(["--list", "--format", "terse"])
        .output()?;
    let listed = String::from_utf8(output.stdout)?;
    Ok(listed
        .lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .map(str::to_owned)
        .collect())
}

/// Whether the tests pass; `None` where they do not end in time.
fn run(
    program: &Path,
    tests: &[&str],
    variables: &[(&str, &str)],
    patience: Duration,
) -> std::io::Result<Option<bool>> {
    let child = Command::new("bash")
        .args([
            "-c",
            &format!("ulimit -v {MEMORY} -c 0; exec \"$0\" \"$@\""),
        ])
        .arg(program)
        .args(["--exact", "--test-threads", "1", "--quiet"])
        .args(tests)
        .envs(variables.iter().copied())
        // The same cases each time; the smallest failing one is of no interest.
        .envs([
            ("PROPTEST_RNG_SEED", "1"),
            ("PROPTEST_MAX_SHRINK_ITERS", "0"),
            ("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true"),
        ])
        .envs([("RUST_BACKTRACE", "0"), ("RUST_MIN_STACK", "8388608")])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    waited(child, patience)
}

fn waited(mut child: Child, patience: Duration) -> std::io::Result<Option<bool>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if start.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 3 / 2).min(Duration::from_millis(20));
    }
}
