//! Why a control cannot be used, in one wording everywhere.

use super::catalog::{filter_words, sort_words, title};

/// "This API does not report jobs."
pub fn not_reported(resource: &str) -> String {
    let name = match resource {
        "live" => "Live Ops".to_owned(),
        "calls" => "the call log".to_owned(),
        resource => title(resource).to_lowercase(),
    };
    ["This API does not report ", &*name, "."].concat()
}

/// "This API cannot filter by disposition."
pub fn cannot_filter(resource: &str, name: &str) -> String {
    let verb = if name == "q" { "search" } else { "filter" };
    [
        "This API cannot ",
        verb,
        " by ",
        filter_words(resource, name),
        ".",
    ]
    .concat()
}

/// "This API cannot sort by last attempt."
pub fn cannot_sort(resource: &str, word: &str) -> String {
    ["This API cannot sort by ", sort_words(resource, word), "."].concat()
}

/// Why an action that an API does not know cannot be taken.
pub fn no_action() -> &'static str {
    "This API has no such action."
}
