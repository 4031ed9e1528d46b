//! What may be done to a campaign, in the server's words.

use super::block::Block;
use super::field::Field;
use super::json::{quoted, wire};
use super::lifecycle::verb_label;
use super::timestamp::Timestamp;

wire! {
    /// One thing that can be asked of a campaign or a record, possible now or not.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Action {
        /// `start`, `pause`, `resume`, `stop`, `cancel`, `retry`; open.
        pub name: String,
        /// Whether the server would do it now.
        pub available: bool,
        /// Why not, in words, and when it opens.
        pub reason: Field<String>,
        /// What it would do now, in words.
        pub effect: Field<String>,
        /// Whether it cannot be undone and must be confirmed.
        pub confirm: Field<bool>,
    }

    /// What an action did.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ActionResult {
        /// The action's name.
        pub action: String,
        /// The status after it of what was acted on.
        pub status: String,
        /// When it took effect.
        pub applied_at: Field<Timestamp>,
        /// What happened, in words.
        pub message: Field<String>,
        /// Whether the idempotency key had been used: nothing was done again.
        pub replayed: Field<bool>,
        /// The new campaign that `clone` made.
        pub campaign_id: Field<String>,
        /// What may be done next.
        pub actions: Block<Vec<Action>>,
    }
}

impl Action {
    /// The label of its button: an ellipsis when it must be confirmed.
    pub fn label(&self) -> String {
        let dots = if self.must_confirm() { "…" } else { "" };
        [&*verb_label(&self.name), dots].concat()
    }

    /// Whether it is asked about before it is done.
    pub fn must_confirm(&self) -> bool {
        self.confirm.copied().unwrap_or(false)
    }

    /// Why it cannot be taken, when it cannot.
    pub fn why_not(&self) -> Option<String> {
        let silent = "The API does not say why.";
        (!self.available).then(|| self.reason.as_deref().unwrap_or(silent).to_owned())
    }
}

impl ActionResult {
    /// What happened: in the server's words, else that it was done.
    pub fn told(&self) -> String {
        let done = || [&*verb_label(&self.action), " done."].concat();
        self.message.as_deref().map_or_else(done, str::to_owned)
    }
}

/// Said of every action where nothing may be changed.
pub const READ_ONLY: &str = "This console is read-only.";

/// Leaves every action in its place and takes none of them any more; `usual`
/// are those that stand in where no list was sent. What only reads stays.
pub fn shut(actions: &mut Block<Vec<Action>>, usual: &[&str]) {
    if let Block::Value(known) = actions {
        let changing = known
            .iter_mut()
            .filter(|action| action.name != "attempt_report");
        changing.for_each(|action| {
            action.available = false;
            action.reason = Field::Value(READ_ONLY.to_owned());
        });
    } else if let Block::Absent = actions {
        let action = |name: &&str| Action {
            name: (*name).to_owned(),
            available: false,
            reason: Field::Value(READ_ONLY.to_owned()),
            effect: Field::NotReported,
            confirm: Field::NotReported,
        };
        *actions = Block::Value(Box::new(usual.iter().map(action).collect()));
    }
}

/// What an action is asked with. Each action reads only its own parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionBody {
    /// Why, in the operator's words.
    pub reason: Option<String>,
    /// For `set_concurrency`: calls at a time.
    pub concurrency: Option<i64>,
    /// For `remove_number`: which number.
    pub number_id: Option<String>,
    /// For `set_window`: when it opens today, HH:MM in campaign time.
    pub opens: Option<String>,
    /// For `set_window`: when it closes today, HH:MM in campaign time.
    pub closes: Option<String>,
}

impl ActionBody {
    /// Asks with a reason alone.
    pub fn because(reason: Option<String>) -> Self {
        Self {
            reason,
            ..Self::default()
        }
    }

    /// The body as JSON: the reason always, the other parts where they are set.
    pub fn json(&self) -> String {
        let text = |value: &Option<String>| value.as_deref().map(quoted);
        let reason = text(&self.reason).unwrap_or_else(|| "null".to_owned());
        let mut body = ["{\"reason\":", &reason].concat();
        let parts = [
            (
                "concurrency",
                self.concurrency.map(|lines| lines.to_string()),
            ),
            ("number_id", text(&self.number_id)),
            ("opens", text(&self.opens)),
            ("closes", text(&self.closes)),
        ];
        for (name, value) in parts {
            let Some(value) = value else { continue };
            body.push_str(&[",\"", name, "\":", &value].concat());
        }
        body.push('}');
        body
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::{Document, decode};
    use serde_json::{Value, json};

    #[test]
    fn where_nothing_may_be_changed_every_action_says_so_and_reports_stay() {
        let list =
            r#"[{"name":"pause","available":true},{"name":"attempt_report","available":true}]"#;
        let document = Document::parse(list).unwrap();
        let mut actions: Block<Vec<Action>> = document.root().read().unwrap();
        shut(&mut actions, &[]);
        let told = |actions: &Block<Vec<Action>>| -> Vec<(String, bool, Option<String>)> {
            let actions = actions.value().map(Vec::as_slice).unwrap_or_default();
            let row = |a: &Action| (a.name.clone(), a.available, a.reason.value().cloned());
            actions.iter().map(row).collect()
        };
        let pause = ("pause".to_owned(), false, Some(READ_ONLY.to_owned()));
        let report = ("attempt_report".to_owned(), true, None);
        assert_eq!(told(&actions), [pause.clone(), report]);
        let mut none = Block::Absent;
        shut(&mut none, &["pause"]);
        assert_eq!(told(&none), [pause]);
    }

    #[test]
    fn what_must_be_confirmed_ends_in_an_ellipsis() {
        for (confirm, label) in [
            ("true", "Set window…"),
            ("false", "Set window"),
            ("null", "Set window"),
        ] {
            let json = format!(r#"{{"name":"set_window","available":true,"confirm":{confirm}}}"#);
            let action: Action = decode(&json).unwrap();
            assert_eq!(
                (action.label(), action.must_confirm()),
                (label.to_owned(), confirm == "true")
            );
        }
    }

    #[test]
    fn what_happened_is_told_in_the_servers_words_or_in_ours() {
        for (message, told) in [
            ("\"Paused at 14:32.\"", "Paused at 14:32."),
            ("null", "Pause done."),
        ] {
            let json = format!(r#"{{"action":"pause","status":"paused","message":{message}}}"#);
            assert_eq!(decode::<ActionResult>(&json).unwrap().told(), told);
        }
    }

    #[test]
    fn a_reason_alone_is_a_body() {
        let body = ActionBody::because(Some("late".to_owned())).json();
        assert_eq!(
            serde_json::from_str::<Value>(&body).unwrap(),
            json!({"reason": "late"})
        );
    }

    #[test]
    fn a_body_holds_what_is_set_and_always_the_reason() {
        let some = |text: &str| Some(text.to_owned());
        for (body, expected) in [
            (ActionBody::default(), json!({"reason": null})),
            (
                ActionBody {
                    reason: some("a \"b\"\n"),
                    concurrency: Some(12),
                    ..ActionBody::default()
                },
                json!({"reason": "a \"b\"\n", "concurrency": 12}),
            ),
            (
                ActionBody {
                    number_id: some("num\\_7"),
                    opens: some("09:30"),
                    closes: some("16:30"),
                    ..ActionBody::default()
                },
                json!({"reason": null, "number_id": "num\\_7", "opens": "09:30", "closes": "16:30"}),
            ),
        ] {
            let sent: Value = serde_json::from_str(&body.json()).unwrap();
            assert_eq!(sent, expected);
        }
    }
}
