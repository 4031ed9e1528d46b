//! The task drawer in finished words.

use super::attempt_state::AttemptState;
use super::blocker::Blocker;
use super::format::{Formats, NONE};
use super::task::{Task, TaskDebug};

/// What the drawer says before its list of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The reason's severity as received.
    pub severity: Option<String>,
    /// Why the task is where it is, one sentence.
    pub reason: String,
    /// More about it.
    pub more: Option<String>,
    /// Labels and figures.
    pub facts: Vec<(&'static str, String)>,
    /// How many tasks share the blocker, in words, and the blocker's code.
    pub same_blocker: Option<(String, String)>,
}

/// The contact's name, when it is known.
pub fn contact_name(task: &Task) -> Option<String> {
    let name = task.contact.value()?.name.as_deref()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The drawer's words. Without a reason from the API, the state's meaning and
/// the blocker stand in for it, and say no more than they know.
pub fn detail(debug: &TaskDebug, formats: &Formats<'_>) -> Detail {
    let task = &debug.task;
    let reason = debug.reason.value();
    let text = reason
        .map(|reason| reason.text.clone())
        .unwrap_or_else(|| meaning(task, formats));
    Detail {
        severity: reason.and_then(|reason| reason.severity.as_deref().map(str::to_owned)),
        reason: text,
        more: reason.and_then(|reason| reason.detail.as_deref().map(str::to_owned)),
        facts: facts(task, formats),
        same_blocker: same_blocker(debug, formats),
    }
}

fn meaning(task: &Task, formats: &Formats<'_>) -> String {
    let state = AttemptState::from_wire(&task.status);
    let label = state.label().to_string();
    let first = match state.meaning() {
        Some(meaning) => format!("{label}: {meaning}"),
        None => format!("{label}: a state of this API that the console does not know."),
    };
    let blocked = task.blocker.as_deref().map(|code| {
        let blocker = Blocker::from_wire(code).label().to_string();
        match task.next_eligible_at.value() {
            Some(at) => format!(
                " {blocker}, until {}, {}.",
                formats.clock(at),
                formats.until(at)
            ),
            None => format!(" {blocker}."),
        }
    });
    [first, blocked.unwrap_or_default()].concat()
}

fn facts(task: &Task, formats: &Formats<'_>) -> Vec<(&'static str, String)> {
    let attempts = match (task.attempts.copied(), task.max_attempts.copied()) {
        (Some(made), Some(most)) => format!("{} of {}", formats.count(made), formats.count(most)),
        (Some(made), None) => formats.count(made),
        _ => absent(task.attempts.is_reported()),
    };
    let retries = task.system_retries.copied().map(|n| formats.count(n));
    let since = task
        .status_since
        .value()
        .and_then(|at| at.ms)
        .map(|ms| formats.talk(formats.now.saturating_sub(ms).max(0) as f64 / 1000.0));
    let talk = task
        .talk_seconds
        .copied()
        .map(|seconds| formats.talk(seconds));
    vec![
        ("Attempts", attempts),
        (
            "System retries",
            retries.unwrap_or_else(|| absent(task.system_retries.is_reported())),
        ),
        (
            "In this state",
            since.unwrap_or_else(|| absent(task.status_since.is_reported())),
        ),
        (
            "Talk time",
            talk.unwrap_or_else(|| absent(task.talk_seconds.is_reported())),
        ),
    ]
}

fn absent(reported: bool) -> String {
    if reported { NONE } else { "Not reported" }.to_owned()
}

fn same_blocker(debug: &TaskDebug, formats: &Formats<'_>) -> Option<(String, String)> {
    let code = debug.task.blocker.as_deref()?;
    let words = match debug.same_blocker.copied()? {
        ..=1 => return None,
        n => format!("{} tasks share this blocker.", formats.count(n)),
    };
    Some((words, code.to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};
    use crate::domain::json::decode;

    fn told(json: &str) -> Detail {
        let debug: TaskDebug = decode(json).unwrap();
        let zone = Zone::Iana("America/Chicago".into());
        detail(
            &debug,
            &Formats {
                locale: &PlainLocale,
                zone: &zone,
                now: 1_794_515_528_000,
            },
        )
    }

    #[test]
    fn the_apis_reason_comes_first() {
        let detail = told(
            r#"{"task":{"id":"t","status":"retry_scheduled","attempts":2,"max_attempts":4,"blocker":"retry_cool_off"},
                "reason":{"text":"Waiting to retry.","detail":"Two of four attempts are used."},"same_blocker":478}"#,
        );
        assert_eq!(detail.reason, "Waiting to retry.");
        assert_eq!(
            detail.more.as_deref(),
            Some("Two of four attempts are used.")
        );
        assert_eq!(
            detail.facts.first(),
            Some(&("Attempts", "2 of 4".to_owned()))
        );
        assert_eq!(
            detail.same_blocker,
            Some((
                "478 tasks share this blocker.".into(),
                "retry_cool_off".into()
            ))
        );
    }

    #[test]
    fn a_name_of_spaces_is_none() {
        let named = |name: &str| {
            let json = format!(
                r#"{{"task":{{"id":"t","status":"pending","contact":{{"name":{name}}}}}}}"#
            );
            contact_name(&decode::<TaskDebug>(&json).unwrap().task)
        };
        assert_eq!(named("\" Ann Lee \"").as_deref(), Some("Ann Lee"));
        assert_eq!((named("\"  \""), named("null")), (None, None));
    }

    #[test]
    fn what_has_no_limit_and_what_lasts_is_told() {
        let detail = told(
            r#"{"task":{"id":"t","status":"pending","attempts":2,"talk_seconds":112,"status_since":"2026-11-12T14:30:08-06:00"}}"#,
        );
        let fact = |label: &str| {
            let found = detail.facts.iter().find(|(known, _)| *known == label);
            found.map(|(_, value)| value.as_str())
        };
        assert_eq!(fact("Attempts"), Some("2"));
        assert_eq!(fact("In this state"), Some("2m 00s"));
        assert_eq!(fact("Talk time"), Some("1m 52s"));
    }

    #[test]
    fn without_a_reason_it_says_what_the_state_means() {
        let detail = told(r#"{"task":{"id":"t","status":"pending","talk_seconds":null}}"#);
        assert!(detail.reason.starts_with("Pending"), "{}", detail.reason);
        let values: Vec<&str> = detail
            .facts
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        assert_eq!(
            values,
            ["Not reported", "Not reported", "Not reported", "—"]
        );
        assert_eq!(detail.same_blocker, None);
        assert!(
            told(r#"{"task":{"id":"t","status":"warp"}}"#)
                .reason
                .contains("does not know")
        );
    }
}
