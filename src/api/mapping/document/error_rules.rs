//! What a foreign API's failures look like.

use crate::api::mapping::condition::Condition;
use crate::api::mapping::field_reading::Reach;
use crate::api::mapping::path::Path;
use crate::api::mapping::reading::At;
use crate::domain::json::Kind;

/// How failures are recognized and told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorRules {
    /// Where the words are; the first that is there.
    pub message: Vec<Path>,
    /// Where the code is.
    pub code: Vec<Path>,
    /// Answers that mean "sign in again", beside 401.
    pub signed_out: Vec<Rule>,
    /// Answers that mean "not in this state", beside 409.
    pub conflict: Vec<Rule>,
    /// Answers below 400 that are failures.
    pub failure: Vec<Rule>,
    /// The list of what failed within an answer that is none.
    pub partial: Option<Path>,
}

/// What an answer looks like; all of it must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The HTTP status.
    pub status: Option<u16>,
    /// What the answer says.
    pub says: Option<Condition>,
}

impl ErrorRules {
    pub(in crate::api::mapping) fn read(at: &At<'_>, reach: &Reach<'_>) -> Self {
        at.only(&[
            "message",
            "code",
            "signedOut",
            "conflict",
            "failure",
            "partial",
        ]);
        let paths = |key: &str| at.get(key).map_or_else(Vec::new, |at| reach.paths(&at));
        let rules = |key: &str| at.get(key).map_or_else(Vec::new, |at| rules(&at, reach));
        Self {
            message: paths("message"),
            code: paths("code"),
            signed_out: rules("signedOut"),
            conflict: rules("conflict"),
            failure: rules("failure"),
            partial: at.maybe("partial", |at| reach.path(at)),
        }
    }
}

fn rules(at: &At<'_>, reach: &Reach<'_>) -> Vec<Rule> {
    at.one_or_more().iter().map(|at| rule(at, reach)).collect()
}

fn rule(at: &At<'_>, reach: &Reach<'_>) -> Rule {
    at.only(&["status", "path", "is", "isNot", "contains"]);
    let status = at.maybe("status", |at| u16::try_from(at.whole(200)?).ok());
    let parts = ["path", "is", "isNot", "contains"];
    let says_something = parts.iter().any(|key| at.get(key).is_some());
    if status.is_none() && !says_something && at.json.kind() == Kind::Object {
        at.fault(
            "it fits every answer",
            "Add \"status\", or \"path\" with \"is\" or \"contains\"",
        );
    }
    Rule {
        status,
        says: says_something.then(|| reach.condition_of(at)).flatten(),
    }
}
