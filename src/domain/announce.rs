//! What a refresh changed, for those who hear the page.

use super::figures::Figures;
use super::format::Formats;
use super::kpi;

/// Changes that are told at most; more are too long to listen to.
const TOLD: usize = 3;

/// "Updated. Completed up 31, failed up 9." The figures that operators ask
/// about first come first.
pub fn refreshed(previous: &Figures, current: &Figures, formats: &Formats<'_>) -> String {
    let order = [
        ("completed", "completed"),
        ("failed", "failed"),
        ("answer_rate", "answer rate"),
        ("pending", "pending"),
        ("active", "active"),
        ("goal", "goal"),
        ("spend", "spend"),
    ];
    let changes: Vec<String> = order
        .into_iter()
        .filter_map(|(key, name)| {
            let delta = kpi::change(key, previous, current, formats)?;
            delta
                .is_change()
                .then(|| [name, " ", &*delta.spoken].concat())
        })
        .take(TOLD)
        .collect();
    if changes.is_empty() {
        return "Updated. No figure has changed.".to_owned();
    }
    ["Updated. ", &super::rich::sentence(&changes.join(", "))].concat()
}

#[cfg(test)]
mod tests;
