//! What can be done: told of each row, and done by a request.

use super::Mapping;
use super::document::Action;
use super::frame::{Answer, Frame, Turn, not_provided, parsed};
use super::merge::unanswered;
use super::question::Asked;
use super::whole_list::member;
use crate::api::error::ApiError;
use crate::domain::calendar;
use crate::domain::json::{Json, Made, object};
use crate::domain::spelling::same_as_any;

/// What the contract knows to do to a campaign's life.
const OF_A_CAMPAIGN: [&str; 7] = [
    "start", "pause", "resume", "stop", "cancel", "restart", "clone",
];

/// The kind of thing that a list or an item is about.
fn kind(resource: &str) -> &'static str {
    match resource {
        "campaigns" | "snapshot" => "campaign",
        "tasks" | "task" => "task",
        "jobs" | "job" => "job",
        "records" | "record" => "record",
        "spinners" => "spinner",
        _ => "",
    }
}

/// What may be done to a thing of that kind in that status; absent for a kind
/// that nothing is ever done to.
pub(super) fn actions(mapping: &Mapping, of: &str, status: Option<&str>) -> Made {
    let own = || mapping.actions.iter().filter(|action| action.of == of);
    let missing = match of {
        "campaign" => &OF_A_CAMPAIGN[..],
        _ => &[],
    };
    let missing = missing
        .iter()
        .filter(|name| own().all(|action| action.name != **name));
    let lacking = missing.map(|name| {
        object([
            ("name", (*name).into()),
            ("available", false.into()),
            ("reason", "This API has no such action.".into()),
        ])
    });
    let file = mapping.item("attempt_report").filter(|_| of == "campaign");
    let file = file.map(|_| {
        object([
            ("name", "attempt_report".into()),
            ("available", true.into()),
        ])
    });
    let all: Vec<Made> = own()
        .map(|action| told(action, status))
        .chain(file)
        .chain(lacking)
        .collect();
    match all.is_empty() {
        true => Made::Absent,
        false => Made::List(all),
    }
}

fn told(action: &Action, status: Option<&str>) -> Made {
    let is_one = |status: &str| action.when.iter().any(|when| same_as_any(status, &[when]));
    let reason = match status {
        _ if action.when.is_empty() => None,
        Some(status) if is_one(status) => None,
        Some(_) => Some(match &action.reason {
            Some(reason) => reason.clone(),
            None => ["Only while ", &action.when.join(" or "), "."].concat(),
        }),
        None => Some("Its status is not reported.".to_owned()),
    };
    // A spinner's run is what the contract calls to start it.
    let name = match (&*action.of, &*action.name) {
        ("spinner", "run") => "start",
        (_, name) => name,
    };
    object([
        ("name", name.into()),
        ("available", reason.is_none().into()),
        ("reason", reason.into()),
        ("effect", action.effect.clone().into()),
        ("confirm", action.confirm.into()),
    ])
}

/// Whether a resource tells what may be done.
pub(super) fn is_acted_on(mapping: &Mapping, resource: &str) -> bool {
    actions(mapping, kind(resource), None) != Made::Absent
}

/// Adds what may be done to a row of a list, or to the answer of an item.
pub(super) fn add_to_row(mapping: &Mapping, resource: &str, made: &mut Made) {
    let inside = match resource {
        "snapshot" => Some("campaign"),
        "task" => Some("task"),
        "record" => Some("record"),
        _ => None,
    };
    let status = match inside {
        Some(inside) => [inside, ".status"].concat(),
        None => "status".to_owned(),
    };
    let status = match member(made, &status) {
        Some(Made::Text(status)) => Some(status.clone()),
        _ => None,
    };
    let actions = actions(mapping, kind(resource), status.as_deref());
    if actions == Made::Absent {
        return;
    }
    let at = match (inside, made) {
        // A snapshot tells them beside the campaign, and so does a record's detail.
        (Some("campaign" | "record") | None, Made::Object(members)) => Some(members),
        (Some(inside), Made::Object(members)) => {
            let inside = members.iter_mut().find(|(name, _)| name == inside);
            inside.and_then(|(_, value)| match value {
                Made::Object(members) => Some(members),
                _ => None,
            })
        }
        _ => None,
    };
    if let Some(members) = at {
        let is_told = |(name, value): &(String, Made)| name == "actions" && *value != Made::Absent;
        if !members.iter().any(is_told) {
            members.retain(|(name, _)| name != "actions");
            members.push(("actions".to_owned(), actions));
        }
    }
}

/// An action on its way.
pub(super) struct ActTask<'a> {
    frame: Frame<'a>,
    action: Option<&'a Action>,
    asked: Asked,
    body: Option<&'a str>,
    key: Option<&'a str>,
    is_sent: bool,
}

impl<'a> ActTask<'a> {
    /// For what is to be done to a thing of a kind.
    pub fn new(
        frame: Frame<'a>,
        (of, name): (&str, &str),
        asked: Asked,
        body: Option<&'a str>,
        key: Option<&'a str>,
    ) -> Self {
        Self {
            frame,
            action: frame.mapping.action(of, name),
            asked,
            body,
            key,
            is_sent: false,
        }
    }

    /// Hears the answer to what was sent last.
    pub fn next(&mut self, answers: &mut impl Iterator<Item = Answer>) -> Result<Turn, ApiError> {
        let Some(action) = self.action else {
            return Err(not_provided("This API has no such action.".to_owned()));
        };
        if !self.is_sent {
            self.is_sent = true;
            let slots = self.frame.slots(&self.asked, None, self.body);
            let draft = self.frame.draft(&action.request, &[], &slots)?;
            let request = draft.outgoing(self.frame.setting.base, self.key);
            return Ok(Turn::Send(vec![request]));
        }
        let answer = answers.next().unwrap_or_else(unanswered);
        let answer = self.frame.heard(answer)?;
        // An action may answer with nothing, or with words.
        let document = parsed(&answer).ok();
        let asked = super::list_task::pairs(&self.asked.ids);
        let told = |list: &str| {
            let list = self.frame.mapping.list(list);
            match (list, &document) {
                (Some(list), Some(document)) => {
                    let root = document.root();
                    let scope = self.frame.scope(root, &answer, &asked, &[]);
                    list.fields.evaluate(&scope)
                }
                _ => Made::Absent,
            }
        };
        let message = document
            .as_ref()
            .and_then(|document| words(&document.root()));
        if (&*action.of, &*action.name) == ("spinner", "run") {
            let result = object([("job", told("jobs")), ("message", message.into())]);
            return Ok(Turn::Made(result));
        }
        let row = told(&[&*action.of, "s"].concat());
        let status = match (&action.status, member(&row, "status")) {
            (Some(status), _) | (None, Some(Made::Text(status))) => status.as_str(),
            _ => "unknown",
        };
        Ok(Turn::Made(object([
            ("action", (&action.name).into()),
            ("status", status.into()),
            (
                "applied_at",
                calendar::written(self.frame.setting.now).into(),
            ),
            ("message", message.into()),
        ])))
    }
}

/// What the answer to an action says in words.
fn words(answer: &Json<'_>) -> Option<String> {
    let text = answer
        .get("message")
        .or_else(|| answer.get("detail"))?
        .text()?;
    let text: String = text.chars().filter(|c| !c.is_control()).take(300).collect();
    (!text.trim().is_empty()).then_some(text)
}
