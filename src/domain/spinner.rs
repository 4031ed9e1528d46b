//! Published spinners, and starting a run of one.

use super::action::Action;
use super::block::{Block, Row};
use super::field::Field;
use super::job::Job;
use super::json::{quoted, wire};
use super::page::PageInfo;
use super::parts::Parts;
use super::project::Project;
use super::timestamp::Timestamp;

pub mod offer;

wire! {
    /// A page of spinners.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SpinnerPage {
        /// The spinners.
        pub items: Vec<Row<Spinner>>,
        /// Where the page stands.
        pub page: PageInfo,
        /// The server's clock when they were read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// What the workspace may run a month.
        pub plan: Block<Plan>,
    }

    /// A pipeline that can be run over many contacts.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Spinner {
        /// Opaque.
        pub id: String,
        /// As its builders call it.
        pub name: String,
        /// The published version; `null` when none is published.
        pub version: Field<i64>,
        /// When that was published.
        pub published_at: Field<Timestamp>,
        /// Where it belongs.
        pub project: Block<Project>,
        /// What it does with each record, in order.
        pub steps: Block<Vec<SpinnerStep>>,
        /// Records that a run would take now.
        pub records: Field<i64>,
        /// What may be done with it: `start`.
        pub actions: Block<Vec<Action>>,
    }

    /// One step of a spinner.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SpinnerStep {
        /// Its name.
        pub name: String,
        /// What it does; see [`super::journey::Step::kind`].
        pub kind: Field<String>,
    }

    /// What a workspace may run in a month, and what it has.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Plan {
        /// Runs this period.
        pub jobs_used: Field<i64>,
        /// Runs allowed; `null` for any number.
        pub jobs_limit: Field<i64>,
        /// Records this period.
        pub records_used: Field<i64>,
        /// Records allowed; `null` for any number.
        pub records_limit: Field<i64>,
        /// When counting starts anew.
        pub period_ends_at: Field<Timestamp>,
        /// As the contract calls it.
        pub name: Field<String>,
    }

    /// What starting a run did.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RunResult {
        /// The run.
        pub job: Job,
        /// Whether the idempotency key had been used: nothing was started again.
        pub replayed: Field<bool>,
        /// What happened, in words.
        pub message: Field<String>,
    }
}

/// The code of a refusal because the month's runs or records are used up.
pub const PLAN_LIMIT: &str = "PLAN_LIMIT";

/// What a run is asked for with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunBody {
    /// The project to run in.
    pub project: Option<String>,
    /// The audience file to take the records from.
    pub upload_id: Option<String>,
    /// Why, in the operator's words.
    pub reason: Option<String>,
}

impl RunBody {
    /// The body as JSON, each part as `null` where it is not set.
    pub fn json(&self) -> String {
        let text = |text: &Option<String>| text.as_deref().map_or("null".to_owned(), quoted);
        [
            "{\"project\":",
            &*text(&self.project),
            ",\"upload_id\":",
            &text(&self.upload_id),
            ",\"reason\":",
            &text(&self.reason),
            "}",
        ]
        .concat()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_run_is_asked_for_with_every_part() {
        let body = RunBody {
            project: Some("prj \"1\"".to_owned()),
            ..RunBody::default()
        };
        let sent: Value = serde_json::from_str(&body.json()).unwrap();
        assert_eq!(
            sent,
            json!({"project": "prj \"1\"", "upload_id": null, "reason": null})
        );
    }
}
