//! Who did what to the campaign, and when.

use super::block::good_rows;
use super::format::Formats;
use super::glyph::Glyph;
use super::severity::Severity;
use super::snapshot::{Activity, Snapshot};
use super::tone::Tone;

/// The activity log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityLog {
    /// Every readable entry, newest first as received.
    pub rows: Vec<ActivityRow>,
    /// "All 19", for the step from the latest entries to all; empty where
    /// these are all.
    pub all: String,
    /// "2 entries could not be read."; empty when every one could.
    pub unreadable: String,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityRow {
    /// When, in the zone that the list's head names.
    pub time: String,
    /// Its tone.
    pub tone: Tone,
    /// Its shape.
    pub glyph: Glyph,
    /// What.
    pub text: String,
    /// Who; nobody when the system did it.
    pub by: Option<String>,
}

/// The log of a snapshot, of which `shown` entries are on the page at first;
/// `None` without any entry.
pub fn activity(snapshot: &Snapshot, shown: usize, formats: &Formats<'_>) -> Option<ActivityLog> {
    let sent = snapshot.activity.value()?;
    let rows: Vec<ActivityRow> = good_rows(sent).map(|entry| row(entry, formats)).collect();
    if sent.is_empty() {
        return None;
    }
    let all = if rows.len() > shown {
        ["All ", &*formats.count(rows.len() as i64)].concat()
    } else {
        String::new()
    };
    let unreadable = match sent.len() - rows.len() {
        0 => String::new(),
        1 => "1 entry could not be read.".to_owned(),
        count => [&*formats.count(count as i64), " entries could not be read."].concat(),
    };
    Some(ActivityLog {
        rows,
        all,
        unreadable,
    })
}

fn row(entry: &Activity, formats: &Formats<'_>) -> ActivityRow {
    let severity = entry.severity.as_deref().map(Severity::from_wire);
    let (tone, glyph) = severity.map_or((Tone::Mute, Glyph::CircleInfo), |severity| {
        (severity.tone(), severity.glyph())
    });
    ActivityRow {
        time: formats.time_in_column(&entry.at),
        tone,
        glyph,
        text: entry.text.clone(),
        by: entry.by.as_deref().map(str::to_owned),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::mock;
    use serde_json::{Value, json};

    fn of(sent: Value) -> Option<ActivityLog> {
        let snapshot = mock::bare("running", json!({"activity": sent}));
        mock::at_capture(&snapshot, |formats| activity(&snapshot, 2, formats))
    }

    #[test]
    fn every_entry_is_there_and_what_could_not_be_read_is_said() {
        let entry = |text: &str| json!({"at": "2026-11-12T13:08:02-06:00", "text": text, "by": "A. Ruiz", "severity": "warning"});
        let log = of(json!([entry("a"), 7, entry("b"), entry("c")])).unwrap();
        assert_eq!((log.rows.len(), &*log.all), (3, "All 3"));
        assert_eq!(log.unreadable, "1 entry could not be read.");
        let first = &log.rows[0];
        assert_eq!(
            (&*first.time, first.tone, first.by.as_deref()),
            ("13:08:02", Tone::Warn, Some("A. Ruiz"))
        );
        let short = of(json!([{"at": "x", "text": "a", "by": null}])).unwrap();
        assert_eq!((&*short.all, &*short.unreadable), ("", ""));
        assert_eq!((short.rows[0].tone, &short.rows[0].by), (Tone::Mute, &None));
    }

    #[test]
    fn without_an_entry_there_is_no_log() {
        for sent in [json!(null), json!([]), json!(7)] {
            assert_eq!(of(sent), None);
        }
    }
}
