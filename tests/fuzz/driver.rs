//! Runs a target on one input after the other.

use crate::MEMORY;
use crate::corpus;
use crate::mutate::mutated;
use crate::random::Random;
use crate::targets::{Came, Target};
use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// When a run ends.
#[derive(Clone, Copy)]
pub enum Limit {
    Time(Duration),
    /// As a test.
    #[cfg_attr(not(test), allow(dead_code))]
    Inputs(u64),
}

pub struct Run {
    pub target: &'static Target,
    pub limit: Limit,
    pub seed: u64,
    /// Where an input goes at which something went wrong.
    pub folder: Option<PathBuf>,
}

/// What came of a run.
pub struct Summary {
    name: &'static str,
    pub executed: u64,
    took: Duration,
    pub corpus: usize,
    longest: usize,
    /// Most bytes that were asked for in all for a single input, and that input's length.
    most: (usize, usize),
    slowest: Duration,
    pub wrong: Option<(String, Vec<u8>)>,
}

/// Inputs that others are made of, at most.
const CORPUS: usize = 4_000;
/// An input that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(20);

pub fn run(run: &Run) -> Summary {
    let mut inputs = corpus::of(run.target.name);
    let seeds = inputs.len();
    let mut random = Random::new(run.seed);
    let mut seen = HashSet::new();
    let start = Instant::now();
    let mut came = Summary {
        name: run.target.name,
        executed: 0,
        took: Duration::ZERO,
        corpus: 0,
        longest: 0,
        most: (0, 0),
        slowest: Duration::ZERO,
        wrong: None,
    };
    let now = Mutex::new(Vec::new());
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    thread::scope(|scope| {
        let (beat, beats) = mpsc::channel::<()>();
        let now = &now;
        scope.spawn(move || watch(&beats, now, run));
        loop {
            let at = usize::try_from(came.executed).unwrap_or(usize::MAX);
            let is_over = match run.limit {
                Limit::Time(time) => start.elapsed() >= time,
                Limit::Inputs(count) => came.executed >= count,
            };
            if is_over && at >= seeds {
                break;
            }
            let input = match inputs.get(at) {
                Some(seed) if at < seeds => seed.clone(),
                _ => mutated(
                    &inputs[random.below(inputs.len())],
                    &inputs[random.below(inputs.len())],
                    &mut random,
                ),
            };
            now.lock().unwrap().clone_from(&input);
            // Every input is a beat only now and then: sending one asks for memory.
            if at.is_multiple_of(64) {
                let _ = beat.send(());
            }
            match came.tried(run.target, &input) {
                Ok(sign) => {
                    if seen.insert(sign) && at >= seeds && inputs.len() < CORPUS {
                        inputs.push(input);
                    }
                }
                Err(wrong) => {
                    came.wrong = Some((wrong, input));
                    break;
                }
            }
        }
    });
    panic::set_hook(hook);
    came.took = start.elapsed();
    came.corpus = inputs.len();
    if let (Some(folder), Some((_, input))) = (&run.folder, &came.wrong) {
        let _ = fs::create_dir_all(folder)
            .and_then(|()| fs::write(folder.join(format!("{}.wrong", run.target.name)), input));
    }
    came
}

/// Ends the program where one input takes forever.
fn watch(beats: &mpsc::Receiver<()>, now: &Mutex<Vec<u8>>, run: &Run) {
    loop {
        match beats.recv_timeout(PATIENCE * 3) {
            Ok(()) => {}
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                let input = now.lock().map(|input| input.clone()).unwrap_or_default();
                if let Some(folder) = &run.folder {
                    let _ = fs::create_dir_all(folder).and_then(|()| {
                        fs::write(folder.join(format!("{}.hung", run.target.name)), &input)
                    });
                }
                let _ = writeln!(
                    std::io::stderr(),
                    "{} hangs on {}",
                    run.target.name,
                    String::from_utf8_lossy(&input)
                );
                std::process::abort();
            }
        }
    }
}

impl Summary {
    fn tried(&mut self, target: &Target, input: &[u8]) -> Came {
        let before = MEMORY.total_allocated();
        let start = Instant::now();
        let came = panic::catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
        let took = start.elapsed();
        let asked = MEMORY.total_allocated() - before;
        self.executed += 1;
        self.longest = self.longest.max(input.len());
        self.slowest = self.slowest.max(took);
        if asked > self.most.0 {
            self.most = (asked, input.len());
        }
        let (each, always) = target.allowance;
        let came = came.unwrap_or_else(|panic| {
            let text = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            Err(format!("a panic: {}", text.unwrap_or("?")))
        })?;
        if asked > each * input.len() + always {
            return Err(format!(
                "{asked} bytes of memory for an input of {}",
                input.len()
            ));
        }
        // Slow twice: a machine that stood still for a while is not the input's fault.
        if took > PATIENCE {
            let start = Instant::now();
            let _ = (target.run)(input);
            if start.elapsed() > PATIENCE {
                return Err(format!("it takes {took:?}"));
            }
        }
        Ok(came)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.took.as_secs_f64().max(0.001);
        write!(
            formatter,
            "{}: {} inputs in {seconds:.0} s ({:.0}/s), corpus {}, longest {} bytes, most memory asked for {} bytes (input of {}), slowest {:.0} ms",
            self.name,
            self.executed,
            self.executed as f64 / seconds,
            self.corpus,
            self.longest,
            self.most.0,
            self.most.1,
            self.slowest.as_secs_f64() * 1000.0,
        )?;
        if let Some((wrong, input)) = &self.wrong {
            let shown: String = String::from_utf8_lossy(input).chars().take(2_000).collect();
            write!(
                formatter,
                "\n{}: WRONG: {}\non {shown:?}",
                self.name,
                wrong.chars().take(2_000).collect::<String>()
            )?;
        }
        Ok(())
    }
}
