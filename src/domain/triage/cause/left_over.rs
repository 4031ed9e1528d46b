//! What is said when no rule explains anything.

use super::{Case, CauseKey, CheckState, Found};
use crate::domain::rich::uncapitalized;
use crate::domain::severity::Severity;

/// Nothing is wrong, or what is unknown might hide it.
pub fn found(case: &Case<'_>) -> Found {
    let titles = |state: CheckState| {
        let checks = case.groups.iter().flat_map(|group| &group.checks);
        let titles = checks.filter(|check| check.state == state);
        titles.map(|check| &*check.title).collect::<Vec<_>>()
    };
    let checks = case.groups.iter().flat_map(|group| &group.checks);
    let unknown = checks.filter(|check| check.state == CheckState::Unknown);
    let unknown: Vec<&str> = unknown.map(|check| check.id.subject()).collect();
    let failed = titles(CheckState::Fail);
    let odd: Vec<&str> = failed.into_iter().chain(titles(CheckState::Warn)).collect();
    match (unknown.is_empty(), odd.is_empty()) {
        (true, true) => {
            let told = "Every check passed: nothing explains a problem now.".to_owned();
            Found::new(CauseKey::NoneFound, Severity::Clear, told)
        }
        (true, false) => {
            let told = ["No single cause stands out. Look at: ", &*list(&odd), "."].concat();
            Found::new(CauseKey::NoneFound, Severity::Notice, told)
        }
        (false, _) => {
            let odd = match odd.as_slice() {
                [] => String::new(),
                odd => [" Look at: ", &*list(odd), "."].concat(),
            };
            let told = [
                "Not enough is known to name a cause. Unknown: ",
                &*list(&unknown),
                ".",
            ];
            let told = [&*told.concat(), &odd].concat();
            Found::new(CauseKey::NotEnoughEvidence, Severity::Notice, told)
        }
    }
}

/// "current status, permits and concurrency": the first three, and how many more.
fn list(titles: &[&str]) -> String {
    let first: Vec<String> = titles
        .iter()
        .take(3)
        .map(|title| uncapitalized(title))
        .collect();
    let more = titles.len().saturating_sub(3);
    match more {
        0 => first.join(", "),
        _ => [&*first.join(", "), " and ", &more.to_string(), " more"].concat(),
    }
}
