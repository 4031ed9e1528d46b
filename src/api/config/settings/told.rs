//! What is said of faults in `config.json`.

use crate::api::checked::fault::Fault;
use crate::domain::block::Unreadable;
use crate::domain::json::misread;

/// Keys without which the console would ask the wrong place, or in the wrong
/// way.
const FATAL: [&str; 4] = ["apiBase", "mapping", "auth", "routes"];

/// Whether a fault keeps the console from starting.
pub fn is_fatal(fault: &Fault) -> bool {
    let key = fault.path.split(['.', '[']).next().unwrap_or_default();
    let unknown = fault.problem.contains("is not a key here");
    key.is_empty() || (FATAL.contains(&key) && !unknown)
}

/// The fault of a file that is no object of JSON.
pub fn whole_file(text: &str, error: Option<Unreadable>) -> Fault {
    let start = text.trim_start();
    let (problem, fix) = if start.is_empty() {
        (
            "the file is empty".to_owned(),
            "Write {} for the defaults, or remove the file",
        )
    } else if start.starts_with('<') {
        (
            "the answer is a web page".to_owned(),
            "The host answers every address with index.html: put a config.json beside index.html, or let the host answer 404 for files that are not there",
        )
    } else if start == "HTTP 0" {
        (
            "the file could not be fetched".to_owned(),
            "Check the connection to the host of this page, then reload it",
        )
    } else if let Some(status) = start.strip_prefix("HTTP ") {
        (
            format!("the host answered HTTP {status}"),
            "Let the host serve the file; 404 alone means that there is none",
        )
    } else if let Some(error) = error {
        let place = if error.path.is_empty() {
            String::new()
        } else {
            format!(" at {}", error.path)
        };
        let (line, column) = misread(text).unwrap_or((1, 1));
        (
            format!(
                "this is not JSON{place}, line {line}, column {column}: expected {}",
                error.expected.replace("the answer", "the file")
            ),
            "Comments and commas after the last entry are not allowed",
        )
    } else {
        (
            "this is JSON, but no object".to_owned(),
            "Write the settings between { and }",
        )
    };
    Fault {
        path: String::new(),
        problem,
        fix: fix.to_owned(),
    }
}
