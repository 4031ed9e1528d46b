//! The mutants, as cargo-mutants lists them.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// A line and a column, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Span {
    pub start: Place,
}

/// What a mutant changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

/// One mutant. Its number is its place in the list, counted from 1.
#[derive(Debug, Clone, Deserialize)]
pub struct Mutant {
    #[serde(default)]
    pub name: String,
    pub file: String,
    pub span: Span,
    pub replacement: String,
    pub genre: Genre,
}

/// Reads what `cargo mutants --list --json` printed.
pub fn read(path: &Path) -> Result<Vec<Mutant>, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}
