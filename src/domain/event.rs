//! What a page around the console is told of: names and details as they are
//! documented. IDs are passed on, names and numbers of customers never.

use super::json::{Made, object};
use super::selection::Change;

/// How far an action has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It was sent.
    Asked,
    /// The API says that it was done.
    Done,
    /// It was not done, or nobody knows whether it was.
    Refused,
}

impl Progress {
    fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }
}

/// Something that happened in the console.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The first figures, or the first failure, are on screen.
    Ready,
    /// Nobody is signed in.
    AuthRequired,
    /// Something was opened or closed.
    Select(Change),
    /// Somebody asked for an action.
    Action {
        /// The action as the API names it, or `start_run`, `start_retry`.
        action: String,
        /// The ID of what it is done to.
        target: String,
        /// How far it has come.
        state: Progress,
        /// Why it was not done, in our own words.
        message: Option<String>,
    },
    /// A read failed.
    Failed {
        /// The kind of failure, a word of a closed list.
        kind: &'static str,
        /// What happened, in our own words.
        message: String,
        /// The request's ID, for support.
        request_id: Option<String>,
    },
}

impl Event {
    /// Its name, without the prefix.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::AuthRequired => "auth-required",
            Self::Select(_) => "select",
            Self::Action { .. } => "action",
            Self::Failed { .. } => "error",
        }
    }

    /// Its detail.
    pub fn detail(&self) -> Made {
        let present = |text: &Option<String>| text.as_ref().map_or(Made::Absent, Made::from);
        match self {
            Self::Ready | Self::AuthRequired => object([]),
            Self::Select((kind, id)) => {
                object([("kind", kind.word().into()), ("id", id.clone().into())])
            }
            Self::Action {
                action,
                target,
                state,
                message,
            } => object([
                ("action", action.into()),
                ("target", target.into()),
                ("state", state.word().into()),
                ("message", present(message)),
            ]),
            Self::Failed {
                kind,
                message,
                request_id,
            } => object([
                ("kind", (*kind).into()),
                ("message", message.into()),
                ("requestId", present(request_id)),
            ]),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::selection::Kind;
    use serde_json::{Value, json};

    fn told(event: &Event) -> (&'static str, Value) {
        let detail = event.detail().text();
        (event.name(), serde_json::from_str(&detail).unwrap())
    }

    #[test]
    fn events_read_as_documented() {
        assert_eq!(told(&Event::Ready), ("ready", json!({})));
        assert_eq!(told(&Event::AuthRequired), ("auth-required", json!({})));
        let task = |id: Option<&str>| Event::Select((Kind::Task, id.map(str::to_owned)));
        let opened = json!({ "kind": "task", "id": "t\"1" });
        assert_eq!(told(&task(Some("t\"1"))), ("select", opened));
        let closed = json!({ "kind": "task", "id": null });
        assert_eq!(told(&task(None)), ("select", closed));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let action = |state, message: Option<&str>| Event::Action {
            action: "pause".to_owned(),
            target: "cmp_1".to_owned(),
            state,
            message: message.map(str::to_owned),
        };
        assert_eq!(
            told(&action(Progress::Asked, None)),
            (
                "action",
                json!({ "action": "pause", "target": "cmp_1", "state": "asked" })
            )
        );
        let (_, done) = told(&action(Progress::Done, None));
        assert_eq!(done.get("state"), Some(&json!("done")));
        let (_, refused) = told(&action(Progress::Refused, Some("No.")));
        assert_eq!(
            refused,
            json!({ "action": "pause", "target": "cmp_1", "state": "refused", "message": "No." })
        );
        let failed = Event::Failed {
            kind: "timed-out",
            message: "No answer.".to_owned(),
            request_id: None,
        };
        let detail = json!({ "kind": "timed-out", "message": "No answer." });
        assert_eq!(told(&failed), ("error", detail));
    }
}
