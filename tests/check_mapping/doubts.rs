//! Values that can be read and are hardly meant.

use crate::report::Report;
use ringside::domain::attempt_state::AttemptState;
use ringside::domain::json::Made;

/// Members that are a fraction of 1.
const FRACTIONS: [&str; 7] = [
    "progress",
    "answer_rate",
    "completion_rate",
    "abandon_rate",
    "weight",
    "share",
    "rate",
];

/// Tells fractions above 1, which are percent that lack a scale.
pub fn tell_scale(name: &str, values: &[Made], report: &mut Report) {
    let last = name.rsplit('.').next().unwrap_or_default();
    let above = |value: &&Made| match value {
        Made::Number(text) => text.parse::<f64>().is_ok_and(|number| number > 1.0),
        _ => false,
    };
    if let Some(Made::Number(text)) = values.iter().find(above)
        && FRACTIONS.contains(&last)
    {
        report.remark(&format!(
            "{name}: {text} is more than all, as this is a fraction of 1: missing \"scale\": 0.01?"
        ));
    }
}

/// Tells words of counts that belong to no tile.
pub fn tell_counted_words(name: &str, values: &[Made], report: &mut Report) {
    if !name.ends_with("counts.by_status") {
        return;
    }
    let mut unknown: Vec<&str> = Vec::new();
    for value in values {
        let Made::Object(counts) = value else {
            continue;
        };
        for (word, _) in counts {
            let is_known = !matches!(AttemptState::from_wire(word), AttemptState::Unknown(_));
            if !is_known && !unknown.contains(&&**word) {
                unknown.push(word);
            }
        }
    }
    if !unknown.is_empty() {
        report.remark(&format!(
            "{name}: words that no tile counts, shown among other states: {}. Map them, or to null to drop them",
            unknown.join(", ")
        ));
    }
}
