//! Which of a campaign's actions the header shows, and what ending it affects.

use super::action::Action;
use super::counts;
use super::format::Formats;
use super::outcome::Outcomes;
use super::snapshot::Snapshot;
use super::status::CampaignStatus;

mod rules;

pub use rules::{Rule, offered, rule};

/// A campaign's actions in the places of the header.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// The one that starts or holds dialing.
    pub main: Option<Action>,
    /// Stop or Cancel, whichever this campaign offers.
    pub ending: Option<Action>,
    /// The one that changes how many calls run at a time.
    pub limit: Option<Action>,
    /// The download of every attempt.
    pub report: Option<Action>,
    /// The others, for the menu.
    pub more: Vec<Action>,
}

/// Arranges the server's list, or the usual rules where the server has none. An
/// action that the server's list leaves out is in no place. While Resume is offered Start is left out,
/// because on a paused campaign both would do the same.
pub fn arrange(snapshot: &Snapshot) -> Arranged {
    let mut actions = offered(snapshot);
    let paused = CampaignStatus::from_wire(&snapshot.campaign.status) == CampaignStatus::Paused;
    let has_resume = actions.iter().any(|action| is(action, "resume"));
    if paused && has_resume {
        actions.retain(|action| !is(action, "start"));
    }
    let main = take(&mut actions, main_verb(snapshot));
    let main = main.or_else(|| {
        let verbs = ["start", "resume", "pause"];
        verbs.into_iter().find_map(|verb| take(&mut actions, verb))
    });
    let limit = take(&mut actions, "set_concurrency");
    // These stand beside what they change: a number, the call windows.
    let elsewhere = ["remove_number", "set_window"];
    actions.retain(|action| !elsewhere.iter().any(|verb| is(action, verb)));
    let report = take(&mut actions, "attempt_report");
    let ending = take(&mut actions, "cancel").or_else(|| take(&mut actions, "stop"));
    Arranged {
        main,
        ending,
        limit,
        report,
        more: actions,
    }
}

fn main_verb(snapshot: &Snapshot) -> &'static str {
    match CampaignStatus::from_wire(&snapshot.campaign.status) {
        CampaignStatus::Running => "pause",
        CampaignStatus::Paused => "resume",
        _ => "start",
    }
}

fn is(action: &Action, verb: &str) -> bool {
    action.name.eq_ignore_ascii_case(verb)
}

fn take(actions: &mut Vec<Action>, verb: &str) -> Option<Action> {
    let at = actions.iter().position(|action| is(action, verb))?;
    Some(actions.remove(at))
}

/// The verb on a button: "pause" becomes "Pause"; an unknown verb is written
/// as received, with spaces.
pub fn verb_label(name: &str) -> String {
    let words = name.replace(['_', '-'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first
            .to_uppercase()
            .chain(letters.flat_map(char::to_lowercase))
            .collect()
    })
}

/// Whom an action that ends the campaign affects: label and figure, for the
/// confirmation. Empty when the dialer does not report tasks by status.
pub fn affected(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<(&'static str, String)> {
    let Some(counts) = snapshot.counts.value() else {
        return Vec::new();
    };
    let Some(outcomes) = Outcomes::of(counts) else {
        return Vec::new();
    };
    let (waiting, live) = (outcomes.known_waiting(), outcomes.known_live());
    let pending = counts.by_status.value().map_or(0, |tally| {
        let pending = tally
            .iter()
            .filter(|(state, _)| state.eq_ignore_ascii_case("pending"));
        counts::sum(pending.map(|(_, n)| n))
    });
    let contacts = |count| format!("{} contacts", formats.count(count));
    let waiting_again = waiting.map(|waiting| contacts(waiting.saturating_sub(pending)));
    let lines = [
        ("Never called", waiting.map(|_| contacts(pending))),
        ("Waiting to retry or call back", waiting_again),
        (
            "Active now",
            live.map(|live| format!("{}, these finish first", formats.count(live))),
        ),
    ];
    let told = lines.into_iter();
    told.filter_map(|(label, line)| Some((label, line?)))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;
    use serde_json::{Value, json};

    fn snapshot(status: &str, actions: &[&str]) -> Snapshot {
        let actions: Vec<String> = actions
            .iter()
            .map(|name| format!(r#"{{"name":"{name}","available":true}}"#))
            .collect();
        let json = format!(
            r#"{{"captured_at":"2026-11-12T14:32:08-06:00","campaign":{{"id":"c","name":"C","status":"{status}"}},"actions":[{}]}}"#,
            actions.join(",")
        );
        decode(&json).unwrap()
    }

    fn names(arranged: &Arranged) -> (Option<&str>, Option<&str>, Vec<&str>) {
        (
            arranged.main.as_ref().map(|a| a.name.as_str()),
            arranged.ending.as_ref().map(|a| a.name.as_str()),
            arranged.more.iter().map(|a| a.name.as_str()).collect(),
        )
    }

    #[test]
    fn the_status_decides_the_main_action() {
        let all = ["start", "pause", "resume", "cancel"];
        assert_eq!(
            names(&arrange(&snapshot("running", &all))),
            (Some("pause"), Some("cancel"), vec!["start", "resume"])
        );
        assert_eq!(
            names(&arrange(&snapshot("paused", &all))),
            (Some("resume"), Some("cancel"), vec!["pause"])
        );
        assert_eq!(
            names(&arrange(&snapshot("draft", &["start", "cancel"]))),
            (Some("start"), Some("cancel"), vec![])
        );
    }

    #[test]
    fn containments_stand_beside_what_they_change() {
        let all = [
            "pause",
            "set_concurrency",
            "remove_number",
            "set_window",
            "clone",
        ];
        let arranged = arrange(&snapshot("running", &all));
        assert_eq!(names(&arranged), (Some("pause"), None, vec!["clone"]));
        assert_eq!(
            arranged.limit.map(|a| a.name).as_deref(),
            Some("set_concurrency")
        );
        assert_eq!(arrange(&snapshot("running", &["pause"])).limit, None);
    }

    #[test]
    fn what_the_server_does_not_list_is_in_no_place() {
        assert_eq!(arrange(&snapshot("running", &[])), Arranged::default());
        assert_eq!(
            names(&arrange(&snapshot("paused", &["start"]))),
            (Some("start"), None, vec![])
        );
        let odd = arrange(&snapshot("weird", &["warm_up", "stop"]));
        assert_eq!(names(&odd), (None, Some("stop"), vec!["warm_up"]));
    }

    #[test]
    fn whom_an_end_affects_is_told_as_far_as_it_is_known() {
        let told = |counts: Value| {
            let snapshot = mock::bare("running", json!({"counts": counts}));
            let lines = mock::at_capture(&snapshot, |formats| affected(&snapshot, formats));
            lines
                .into_iter()
                .map(|(label, figure)| [label, ": ", &figure].concat())
                .collect::<Vec<_>>()
        };
        let by_status = json!({"Pending": 3, "retry_scheduled": 2, "callback_scheduled": 1,
            "in_progress": 4, "completed": 5});
        assert_eq!(
            told(json!({"total": 15, "by_status": by_status})),
            [
                "Never called: 3 contacts",
                "Waiting to retry or call back: 3 contacts",
                "Active now: 4, these finish first",
            ]
        );
        let live_alone = json!({"total": 99, "by_status": {"in_progress": 4}});
        assert_eq!(told(live_alone), ["Active now: 4, these finish first"]);
        assert!(told(json!({"total": 15})).is_empty());
    }

    #[test]
    fn verbs_read_as_words() {
        assert_eq!(verb_label("pause"), "Pause");
        assert_eq!(verb_label("lower_concurrency"), "Lower concurrency");
        assert_eq!(verb_label(""), "");
    }
}
