//! An action of the contract, and how a foreign API does it.

use super::Request;
use crate::api::mapping::nearest::suggestion;
use crate::api::mapping::reading::At;
use crate::api::mapping::site::Site;

/// What things of the contract can be done to, and what.
pub const ACTIONS: [(&str, &[&str]); 3] = [
    (
        "campaign",
        &[
            "start",
            "pause",
            "resume",
            "stop",
            "cancel",
            "restart",
            "clone",
            "set_concurrency",
            "remove_number",
            "set_window",
        ],
    ),
    ("record", &["retry"]),
    ("spinner", &["run"]),
];

/// What to send, and when it may be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What it is done to: `campaign`, `record`, `spinner`.
    pub of: String,
    /// The contract's name: `pause`.
    pub name: String,
    /// The request.
    pub request: Request,
    /// The contract's statuses in which it may be done; any for none.
    pub when: Vec<String>,
    /// Why not in any other status, in words.
    pub reason: Option<String>,
    /// What it does, in words.
    pub effect: Option<String>,
    /// Whether it must be confirmed.
    pub confirm: bool,
    /// The contract's status after it.
    pub status: Option<String>,
}

impl Action {
    /// Reads all actions of a mapping.
    pub(in crate::api::mapping) fn read_all(at: &At<'_>, site: &Site<'_>) -> Vec<Self> {
        let mut actions = Vec::new();
        let things = ACTIONS.map(|(thing, _)| thing);
        for (thing, at) in at.entries() {
            let Some((_, known)) = ACTIONS.iter().find(|(known, _)| *known == thing) else {
                at.fault(
                    format!("the contract does nothing to a \"{thing}\""),
                    suggestion(&thing, &things),
                );
                continue;
            };
            for (name, at) in at.entries() {
                if !known.contains(&&*name) {
                    at.fault(
                        format!("the contract has no action \"{name}\" on a {thing}"),
                        suggestion(&name, known),
                    );
                }
                let site = Site {
                    asked: &[&*thing],
                    is_action: true,
                    ..*site
                };
                actions.extend(Self::read(&at, &thing, name, &site));
            }
        }
        actions
    }

    fn read(at: &At<'_>, of: &str, name: String, site: &Site<'_>) -> Option<Self> {
        at.only(&["request", "when", "reason", "effect", "confirm", "status"]);
        let when = at.get("when").map_or_else(Vec::new, |at| at.one_or_more());
        let request = at.need(
            "request",
            "{\"method\": \"POST\", \"path\": \"/campaigns/{campaign}/pause\"}",
        );
        Some(Self {
            of: of.to_owned(),
            name,
            when: when.iter().filter_map(At::name).collect(),
            reason: at.maybe("reason", At::name),
            effect: at.maybe("effect", At::name),
            confirm: at.maybe("confirm", At::flag).unwrap_or_default(),
            status: at.maybe("status", At::name),
            request: Request::read(&request?, site)?,
        })
    }
}
