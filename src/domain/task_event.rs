//! What happened to a task, event by event.

use super::attempt_state::AttemptState;
use super::block::{Row, good_rows};
use super::failure_class::{FailureClass, of_sip};
use super::format::Formats;
use super::glyph::Glyph;
use super::task::{TaskDebug, TaskEvent};
use super::tone::Tone;

/// One event, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// When, in the zone that the list's head names.
    pub time: String,
    /// Its tone.
    pub tone: Tone,
    /// Its shape.
    pub glyph: Glyph,
    /// What happened.
    pub text: String,
    /// More about it.
    pub detail: Option<String>,
    /// "Attempt 2", "SIP 480": as far as they are reported.
    pub facts: Vec<String>,
    /// What kind of failure it is, when it is one.
    pub class: Option<FailureClass>,
    /// Whether it put the task where it is.
    pub deciding: bool,
}

/// The events of a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events {
    /// The readable ones, in the order received: newest first.
    pub rows: Vec<EventRow>,
    /// The one to open at: the deciding one, else the latest failure.
    pub open_at: Option<usize>,
    /// How many could not be read.
    pub unreadable: usize,
}

impl Events {
    /// Which rows are drawn, `most` of them, and of how many: of all, or of the
    /// failures only. The one to open at is among them, however late it stands.
    pub fn drawn(&self, failures_only: bool, most: usize) -> (Vec<usize>, usize) {
        let rows = self.rows.iter().enumerate();
        let fits = rows.filter(|(_, row)| !failures_only || row.class.is_some());
        let mut drawn: Vec<usize> = fits.map(|(at, _)| at).collect();
        let all = drawn.len();
        let left_out = drawn.split_off(most.min(all));
        let open_at = left_out.into_iter().find(|at| Some(*at) == self.open_at);
        if let (Some(last), Some(open_at)) = (drawn.last_mut(), open_at) {
            *last = open_at;
        }
        (drawn, all)
    }
}

/// The events of a task; none when they are not reported.
pub fn events(debug: &TaskDebug, formats: &Formats<'_>) -> Events {
    let sent: &[Row<TaskEvent>] = debug.events.value().map_or(&[], Vec::as_slice);
    let rows: Vec<EventRow> = good_rows(sent).map(|event| row(event, formats)).collect();
    let open_at = rows
        .iter()
        .position(|row| row.deciding)
        .or_else(|| rows.iter().position(|row| row.class.is_some()));
    Events {
        unreadable: sent.len() - rows.len(),
        rows,
        open_at,
    }
}

fn row(event: &TaskEvent, formats: &Formats<'_>) -> EventRow {
    let state = event.state.as_deref().map(AttemptState::from_wire);
    let (tone, glyph) = state.map_or((Tone::Mute, Glyph::DashedCircle), |state| {
        (state.tone(), state.glyph())
    });
    let attempt = event
        .attempt
        .copied()
        .map(|attempt| ["Attempt ", &*formats.count(attempt)].concat());
    let sip = event
        .sip_status
        .copied()
        .map(|status| ["SIP ", &*status.to_string()].concat());
    EventRow {
        time: formats.time_in_column(&event.at),
        tone,
        glyph,
        text: event.text.clone(),
        detail: event.detail.as_deref().map(str::to_owned),
        facts: [attempt, sip].into_iter().flatten().collect(),
        class: event.sip_status.copied().and_then(of_sip),
        deciding: event.deciding.copied() == Some(true),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;
    use serde_json::{Value, json};

    fn of(sent: Value) -> Events {
        let json = json!({"task": {"id": "t", "status": "pending"}, "events": sent});
        let debug: TaskDebug = decode(&json.to_string()).unwrap();
        mock::at(1_794_515_528_000, |formats| events(&debug, formats))
    }

    #[test]
    fn a_failure_is_told_with_its_class() {
        let found = of(json!([
            {"at": "2026-11-12T14:02:38-06:00", "text": "No answer", "state": "retry_scheduled",
                "sip_status": 480, "attempt": 2, "deciding": true},
            {"at": "2026-11-12T14:02:13-06:00", "text": "Ringing", "state": "ringing", "sip_status": 180},
        ]));
        let first = &found.rows[0];
        assert_eq!(first.facts, ["Attempt 2", "SIP 480"]);
        assert_eq!(first.class, Some(FailureClass::Later));
        assert_eq!((first.time.as_str(), first.tone), ("14:02:38", Tone::Wait));
        assert_eq!(found.rows[1].class, None, "ringing is no failure");
    }

    #[test]
    fn of_many_events_the_deciding_one_is_always_drawn() {
        let event = |sip: i64, deciding: bool| json!({"at": "x", "text": "t", "sip_status": sip, "deciding": deciding});
        let late = of(json!([
            event(503, false),
            event(180, false),
            event(404, false),
            event(503, true),
            event(180, false),
        ]));
        assert_eq!(late.drawn(false, 2), (vec![0, 3], 5));
        assert_eq!(late.drawn(true, 2), (vec![0, 3], 3));
        assert_eq!(late.drawn(true, 3), (vec![0, 2, 3], 3));
        assert_eq!(late.drawn(false, 9).0.len(), 5);
    }

    #[test]
    fn it_opens_at_what_decided_else_at_the_latest_failure() {
        let event = |sip: Value, deciding: bool| json!({"at": "x", "text": "t", "sip_status": sip, "deciding": deciding});
        for (sent, open_at) in [
            (
                json!([event(json!(503), false), event(json!(404), true)]),
                Some(1),
            ),
            (
                json!([event(json!(null), false), event(json!(404), false)]),
                Some(1),
            ),
            (json!([event(json!(200), false)]), None),
            (json!([]), None),
            (json!(null), None),
        ] {
            assert_eq!(of(sent.clone()).open_at, open_at, "{sent}");
        }
        let partly = of(json!([7, event(json!(503), false)]));
        assert_eq!((partly.unreadable, partly.open_at), (1, Some(0)));
    }
}
