//! The side column in finished words: set-up and call windows.

use super::field::Field;
use super::format::Formats;
use super::snapshot::Snapshot;

/// One label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What it is.
    pub label: String,
    /// The value, finished.
    pub value: String,
    /// Whether it is the main figure of its list.
    pub strong: bool,
}

impl Definition {
    /// An ordinary row.
    pub fn of(label: &str, value: String) -> Self {
        Self {
            label: label.to_owned(),
            value,
            strong: false,
        }
    }
}

fn row(label: &str, value: impl Into<String>) -> Definition {
    Definition::of(label, value.into())
}

/// How the campaign is set up. What is not reported says so once, at the end.
pub fn setup(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Definition> {
    let campaign = &snapshot.campaign;
    let text = |field: &Field<String>| field.as_deref().map(str::to_owned);
    let retries =
        campaign
            .max_attempts
            .copied()
            .map(|most| match campaign.retry_delay_seconds.copied() {
                Some(delay) => {
                    format!(
                        "up to {}, {} apart",
                        formats.count(most),
                        formats.wait(delay as f64)
                    )
                }
                None => format!("up to {}", formats.count(most)),
            });
    let priority =
        campaign
            .priority
            .copied()
            .map(|level| match campaign.priority_levels.copied() {
                Some(levels) => format!("{level} of {levels}"),
                None => level.to_string(),
            });
    let at = |field: &Field<_>| field.value().map(|at| formats.date_time(at));
    let rows = [
        ("Agent", text(&campaign.agent)),
        ("Number pool", text(&campaign.number_pool)),
        ("Attempts", retries),
        (
            "Concurrency",
            campaign
                .concurrency
                .copied()
                .map(|lines| formats.count(lines)),
        ),
        ("Priority", priority),
        ("Time zone", text(&campaign.time_zone)),
        ("Mode", text(&campaign.mode)),
        ("Trigger", text(&campaign.trigger)),
        ("Created", at(&campaign.created_at)),
        ("Starts", at(&campaign.starts_at)),
        ("Started", at(&campaign.started_at)),
        ("Ended", at(&campaign.ended_at)),
    ];
    let ahead = campaign.started_at.value().is_none() && campaign.starts_at.value().is_some();
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for (label, value) in rows {
        match value {
            Some(value) if label != "Starts" || ahead => found.push(row(label, value)),
            None if !matches!(label, "Starts" | "Started" | "Ended") => missing.push(label),
            _ => {}
        }
    }
    if !missing.is_empty() {
        found.push(row("Not reported", missing.join(", ").to_lowercase()));
    }
    found
}

/// When the call window closes or opens next: "Closes", "12 Nov, 18:00 CST, in
/// 3 h 28 m". Its hours are told by [`super::call_hours`].
pub fn call_window(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Definition> {
    let Some(window) = snapshot.call_window.value() else {
        return Vec::new();
    };
    let (label, change) = if window.open {
        ("Closes", &window.closes_at)
    } else {
        ("Opens", &window.opens_at)
    };
    let told = change.value().map(|at| {
        let value = [&*formats.date_time(at), ", ", &formats.until(at)].concat();
        Definition::of(label, value)
    });
    told.into_iter().collect()
}

#[cfg(test)]
mod tests;
