//! Which actions a campaign of a status usually allows: what stands in for the
//! server's word where an API sends no list of actions.

use crate::domain::action::Action;
use crate::domain::block::Block;
use crate::domain::field::Field;
use crate::domain::snapshot::Snapshot;
use crate::domain::status::CampaignStatus;

/// The verbs that have a rule, in the order of the header.
const VERBS: [&str; 6] = ["start", "pause", "resume", "stop", "restart", "clone"];

/// Whether a verb goes with a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// It does.
    Allowed,
    /// It does not, and why.
    Refused(&'static str),
    /// There is no rule: the status or the verb is not known.
    Unknown,
}

/// The usual rule: Start for a draft or a paused campaign, Pause for a running
/// one, Resume for a paused one, Stop for a running or paused one, Restart for a
/// completed or failed one, Clone for any.
pub fn rule(status: &CampaignStatus, verb: &str) -> Rule {
    use CampaignStatus::{Completed, Draft, Failed, Paused, Running, Unknown};
    if matches!(status, Unknown(_)) {
        return Rule::Unknown;
    }
    let (allowed, otherwise) = match verb {
        "start" => (
            matches!(status, Draft | Paused),
            "Only a draft or a paused campaign can be started.",
        ),
        "pause" => (
            matches!(status, Running),
            "Only a running campaign can be paused.",
        ),
        "resume" => (matches!(status, Paused), "The campaign is not paused."),
        "stop" => (
            matches!(status, Running | Paused),
            "Only a running or paused campaign can be stopped.",
        ),
        "restart" => (
            matches!(status, Completed | Failed),
            "Only a completed or failed campaign can be restarted.",
        ),
        "clone" => (true, ""),
        _ => return Rule::Unknown,
    };
    if allowed {
        Rule::Allowed
    } else {
        Rule::Refused(otherwise)
    }
}

/// The server's list; where it sends none at all, the usual rules. A list that
/// is empty, or cannot be read, stays without actions.
pub fn offered(snapshot: &Snapshot) -> Vec<Action> {
    match &snapshot.actions {
        Block::Value(actions) => actions.to_vec(),
        Block::Absent => by_rule(&CampaignStatus::from_wire(&snapshot.campaign.status)),
        Block::Empty | Block::Unreadable(_) => Vec::new(),
    }
}

fn by_rule(status: &CampaignStatus) -> Vec<Action> {
    let action = |verb: &&str| {
        let reason = match rule(status, verb) {
            Rule::Allowed => Field::Empty,
            Rule::Refused(why) => Field::Value(why.to_owned()),
            Rule::Unknown => return None,
        };
        Some(Action {
            name: (*verb).to_owned(),
            available: matches!(reason, Field::Empty),
            reason,
            effect: Field::Value("This API does not say what it allows; it may refuse.".to_owned()),
            confirm: Field::Value(*verb == "stop"),
        })
    };
    VERBS.iter().filter_map(action).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    /// Source document 002, "Actions"; scheduled and canceled have no row there.
    const TABLE: [(&str, [bool; 6]); 7] = [
        ("draft", [true, false, false, false, false, true]),
        ("scheduled", [false, false, false, false, false, true]),
        ("running", [false, true, false, true, false, true]),
        ("paused", [true, false, true, true, false, true]),
        ("completed", [false, false, false, false, true, true]),
        ("failed", [false, false, false, false, true, true]),
        ("cancelled", [false, false, false, false, false, true]),
    ];

    fn snapshot(status: &str, more: &str) -> Snapshot {
        let campaign = format!(r#"{{"id":"c","name":"C","status":"{status}"}}"#);
        let at = "2026-11-12T14:32:08-06:00";
        decode(&format!(
            r#"{{"captured_at":"{at}","campaign":{campaign}{more}}}"#
        ))
        .unwrap()
    }

    #[test]
    fn without_a_list_the_rules_of_the_document_hold_in_every_cell() {
        for (status, row) in TABLE {
            let found = offered(&snapshot(status, ""));
            let cells: Vec<bool> = found.iter().map(|action| action.available).collect();
            assert_eq!(cells, row, "{status}");
            for action in found {
                let why = action.reason.as_deref().unwrap_or_default();
                assert_eq!(action.available, why.is_empty(), "{status} {}", action.name);
            }
        }
    }

    #[test]
    fn the_servers_list_is_its_word_even_when_it_is_empty() {
        assert_eq!(offered(&snapshot("running", r#","actions":[]"#)), []);
        assert_eq!(offered(&snapshot("running", r#","actions":null"#)), []);
        let own = r#","actions":[{"name":"pause","available":false}]"#;
        assert_eq!(offered(&snapshot("running", own)).len(), 1);
        assert_eq!(offered(&snapshot("warming_up", "")), []);
    }
}
