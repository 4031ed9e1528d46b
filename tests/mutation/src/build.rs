//! Builds the crate with its mutants, leaving out those that the compiler refuses.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::listed::Mutant;
use crate::points::wraps;
use crate::refused::refused;
use crate::weave::{Woven, weave};

/// How often the compiler may find something new to refuse.
const ROUNDS: usize = 25;

/// What came of building.
pub struct Built {
    /// The test programs.
    pub programs: Vec<PathBuf>,
    /// What the compiler refuses, whoever builds it.
    pub unviable: HashSet<u32>,
    /// What can only be built alone.
    pub alone: HashSet<u32>,
}

/// A file's text, and its mutants by their numbers.
type Source<'a> = (String, Vec<(u32, &'a Mutant)>);

impl Built {
    /// What the next build need not find out again, with what earlier ones of other mutants found.
    pub fn remember(&self, mutants: &[Mutant], earlier: &str) -> String {
        let own: HashSet<&str> = mutants.iter().map(|mutant| &*mutant.name).collect();
        let is_other = |line: &&str| {
            let name = line.split_once(' ').map(|(_, name)| name);
            name.is_some_and(|name| !own.contains(name))
        };
        let mut text = String::new();
        for line in earlier.lines().filter(is_other) {
            text.push_str(line);
            text.push('\n');
        }
        for (number, mutant) in (1u32..).zip(mutants) {
            let word = match number {
                _ if self.unviable.contains(&number) => "unviable",
                _ if self.alone.contains(&number) => "alone",
                _ => continue,
            };
            text.push_str(&format!("{word} {}\n", mutant.name));
        }
        text
    }
}

/// The sources of a crate and the mutants in them.
pub struct Crate<'a> {
    home: &'a Path,
    files: BTreeMap<String, Source<'a>>,
    all: usize,
}

impl<'a> Crate<'a> {
    /// Reads the sources as they are before anything is woven in.
    pub fn read(home: &'a Path, mutants: &'a [Mutant]) -> Result<Self, Box<dyn Error>> {
        let mut files: BTreeMap<String, (String, Vec<_>)> = BTreeMap::new();
        for (number, mutant) in (1u32..).zip(mutants) {
            if !files.contains_key(&mutant.file) {
                let text = fs::read_to_string(home.join(&mutant.file))?;
                files.insert(mutant.file.clone(), (text, Vec::new()));
            }
            if let Some((_, own)) = files.get_mut(&mutant.file) {
                own.push((number, mutant));
            }
        }
        Ok(Self {
            home,
            files,
            all: mutants.len(),
        })
    }

    /// Builds until the compiler has nothing left to refuse, beginning with what an earlier build
    /// remembered.
    pub fn build(&self, remembered: &str) -> Result<Built, Box<dyn Error>> {
        self.put_switch()?;
        let (mut out, mut unviable) = self.known(remembered);
        let mut woven = BTreeMap::new();
        for round in 1..=ROUNDS {
            for (name, (source, mutants)) in &self.files {
                let text = weave(source, wraps(source, mutants, &out)?);
                fs::write(self.home.join(name), &text.text)?;
                woven.insert(name.clone(), text);
            }
            let (is_built, messages) = self.cargo(&["check", "--tests"])?;
            if is_built {
                return self.finish(&woven, unviable);
            }
            let refused = refused(&messages, &woven);
            writeln!(
                std::io::stderr(),
                "round {round}: {} refused by the compiler",
                refused.own.len() + refused.shared.len()
            )?;
            if refused.own.is_empty() && refused.shared.is_empty() {
                return Err(format!(
                    "The crate does not compile:\n{}",
                    refused.unknown.join("\n")
                )
                .into());
            }
            unviable.extend(&refused.own);
            out.extend(refused.own);
            out.extend(refused.shared);
        }
        Err("The compiler always finds something new to refuse.".into())
    }

    fn known(&self, remembered: &str) -> (HashSet<u32>, HashSet<u32>) {
        let lines: HashSet<&str> = remembered.lines().collect();
        let numbers = |words: &[&str]| {
            let all = self.files.values().flat_map(|(_, mutants)| mutants);
            let is_known = |mutant: &Mutant| {
                words
                    .iter()
                    .any(|word| lines.contains(&*format!("{word} {}", mutant.name)))
            };
            all.filter(|(_, mutant)| is_known(mutant))
                .map(|(number, _)| *number)
                .collect()
        };
        (numbers(&["unviable", "alone"]), numbers(&["unviable"]))
    }

    /// Gives the crate the switch, and nothing to say of what mutants do not use.
    fn put_switch(&self) -> std::io::Result<()> {
        let lib = "#![allow(warnings, arithmetic_overflow, unconditional_panic, unconditional_recursion)]\n\
             pub mod api;\npub mod domain;\nmod switch;\npub use switch::is_mutant;\n";
        fs::write(self.home.join("src/lib.rs"), lib)?;
        let switch = format!(
            "{}\nconst MUTANTS: usize = {};\n",
            include_str!("switch.rs"),
            self.all + 1
        );
        fs::write(self.home.join("src/switch.rs"), switch)
    }

    fn finish(
        &self,
        woven: &BTreeMap<String, Woven>,
        unviable: HashSet<u32>,
    ) -> Result<Built, Box<dyn Error>> {
        let (is_built, messages) = self.cargo(&["test", "--no-run"])?;
        if !is_built {
            return Err("The tests do not link.".into());
        }
        let programs = messages
            .iter()
            .filter(|message| message["profile"]["test"] == true);
        let programs = programs
            .filter_map(|message| message["executable"].as_str())
            .map(PathBuf::from)
            .collect();
        let standing: HashSet<u32> = woven
            .values()
            .flat_map(|text| &text.own)
            .flat_map(|stand| stand.numbers.clone())
            .collect();
        let all = (1u32..).take(self.all);
        let alone = all
            .filter(|number| !standing.contains(number) && !unviable.contains(number))
            .collect();
        Ok(Built {
            programs,
            unviable,
            alone,
        })
    }

    fn cargo(&self, arguments: &[&str]) -> Result<(bool, Vec<Value>), Box<dyn Error>> {
        let output = Command::new("cargo")
            .args(arguments)
            .args(["--message-format", "json", "--quiet"])
            .current_dir(self.home)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let messages = said
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        Ok((output.status.success(), messages))
    }
}
