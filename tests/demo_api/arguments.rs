//! The command line.

use std::net::IpAddr;
use std::path::PathBuf;
use std::str::FromStr;

use crate::world::Origin;

/// What is printed for `--help` and after a mistake.
pub const USAGE: &str = "\
Usage: demo_api [options]
  --port N         port to listen on; 0 takes a free one (8787)
  --host ADDRESS   address to listen on (127.0.0.1)
  --dist DIR       the built console to serve beside the API (none)
  --answers DIR    recorded answers to serve as an API at /answers/, read through DIR/mapping.json (none)
  --speed X        simulated seconds in a real one; 0 stands still (1)
  --seed N         another seed, another world (7)
  --start TIME     the simulated time at the start, RFC 3339 (2026-11-12T14:30:00-06:00)
  --million N      tasks of the largest campaign; 0 leaves it out (1000000)
  --campaigns N    adds N ended campaigns to the list, of which only a summary is kept (0)
  --db PATH        keep the rows in a file, made anew at each start (in memory)";

/// Thursday 2026-11-12, 14:30 in Chicago.
const START: i64 = 1_794_515_400_000;

/// The command line, read.
#[derive(Clone, Debug)]
pub struct Arguments {
    pub host: IpAddr,
    pub port: u16,
    pub dist: Option<PathBuf>,
    pub answers: Option<PathBuf>,
    pub origin: Origin,
}

/// What the command line asks for.
#[derive(Clone, Debug)]
pub enum Command {
    Serve(Box<Arguments>),
    Help,
}

impl Arguments {
    fn new() -> Self {
        Self {
            host: IpAddr::from([127, 0, 0, 1]),
            port: 8787,
            dist: None,
            answers: None,
            origin: Origin {
                start: START,
                seed: 7,
                speed: 1.0,
                million: 1_000_000,
                archived: 0,
                database: None,
            },
        }
    }

    fn set(&mut self, option: &str, value: &str) -> Result<(), String> {
        match option {
            "--port" => self.port = read(option, value)?,
            "--host" => self.host = read(option, value)?,
            "--dist" => self.dist = Some(PathBuf::from(value)),
            "--answers" => self.answers = Some(PathBuf::from(value)),
            "--speed" => {
                self.origin.speed = read::<f64>(option, value)?;
                if !(0.0..=10_000.0).contains(&self.origin.speed) {
                    return Err(String::from("--speed goes from 0 to 10000."));
                }
            }
            "--seed" => self.origin.seed = read(option, value)?,
            "--start" => {
                self.origin.start = chrono::DateTime::parse_from_rfc3339(value)
                    .map_err(|error| format!("--start {value}: {error}."))?
                    .timestamp_millis();
            }
            "--million" => {
                self.origin.million = read(option, value)?;
                if self.origin.million > 10_000_000 {
                    return Err(String::from("--million goes up to 10000000."));
                }
            }
            "--campaigns" => {
                self.origin.archived = read(option, value)?;
                if self.origin.archived > 100_000 {
                    return Err(String::from("--campaigns goes up to 100000."));
                }
            }
            "--db" => self.origin.database = Some(PathBuf::from(value)),
            _ => return Err(format!("There is no option {option}.")),
        }
        Ok(())
    }
}

fn read<T: FromStr>(option: &str, value: &str) -> Result<T, String> {
    value
        .parse()
        .map_err(|_| format!("{option} cannot be {value}."))
}

/// Reads the command line, without the program's name.
pub fn parse(mut given: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut arguments = Arguments::new();
    while let Some(option) = given.next() {
        if option == "--help" || option == "-h" {
            return Ok(Command::Help);
        }
        let (option, inline) = match option.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (option, None),
        };
        let value = inline
            .or_else(|| given.next())
            .ok_or_else(|| format!("{option} needs a value."))?;
        arguments.set(&option, &value)?;
    }
    Ok(Command::Serve(Box::new(arguments)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_come_with_a_space_or_an_equals_sign() {
        for line in ["--port 0 --speed 0", "--port=0 --speed=0"] {
            let Ok(Command::Serve(arguments)) = given(line) else {
                unreachable!("{line} is not read");
            };
            assert_eq!(arguments.port, 0);
            assert!(arguments.origin.speed.abs() < f64::EPSILON);
        }
    }

    #[test]
    fn mistakes_are_named() {
        for (line, says) in [
            ("--prot 1", "--prot"),
            ("--port x", "--port cannot be x"),
            ("--port", "needs a value"),
            ("--start yesterday", "--start yesterday"),
            ("--speed -1", "0 to 10000"),
        ] {
            assert!(
                given(line).is_err_and(|error| error.contains(says)),
                "{line}"
            );
        }
    }
}
