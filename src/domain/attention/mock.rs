//! Rules applied to cards, for tests.

use super::{Look, Rule, since};
use crate::domain::live_ops::Past;
use crate::domain::mock::cards as mock;
use serde_json::Value;

/// What a rule finds on these cards, each entry in one line.
pub fn found(rule: Rule, cards: &Value) -> Vec<String> {
    let (cards, past) = (mock::cards(cards), Past::default());
    mock::written(|formats| {
        let look = Look {
            cards: &cards,
            formats,
        };
        let line = |entry: super::Entry| {
            let since = since(&entry, &past, formats);
            let part = entry.link.part.map(|part| [" ", part].concat());
            let address = entry.link.route.format();
            let link = [entry.link.label, " ", &*address, &part.unwrap_or_default()].concat();
            let mut parts = vec![
                entry.severity.raw().to_owned(),
                entry.sentence,
                entry.evidence,
            ];
            parts.extend(Some(since).filter(|since| !since.is_empty()));
            parts.push(link);
            parts.join(" | ")
        };
        (rule.find)(&look).into_iter().map(line).collect()
    })
}
