//! Everything the live page shows, as of one instant.

use super::ab_test::AbTest;
use super::action::Action;
use super::block::{Block, Row};
use super::breakdown::{Dispositions, Intelligence, Sentiment};
use super::campaign::{CallWindow, Campaign};
use super::cost::Cost;
use super::counts::{AttemptCounts, Callbacks, TaskCounts};
use super::dispatch::Dispatch;
use super::field::Field;
use super::goal::Goal;
use super::json::wire;
use super::later::Later;
use super::launch::Launch;
use super::number::NumberPage;
use super::parts::Parts;
use super::previous_run::PreviousRun;
use super::retries::RetryStep;
use super::state_age::StateAge;
use super::task::TaskPage;
use super::timeline::Timeline;
use super::timestamp::Timestamp;
use super::upload::Upload;

wire! {
    /// One campaign at one instant. Only the instant and the campaign are certain.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Snapshot {
        /// The server's clock when the figures were read.
        pub captured_at: Timestamp,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// The campaign itself.
        pub campaign: Campaign,
        /// What may be done to it now.
        pub actions: Block<Vec<Action>>,
        /// Its tasks.
        pub counts: Block<TaskCounts>,
        /// Its attempts.
        pub attempts: Block<AttemptCounts>,
        /// Callbacks; there only when their detection is in use.
        pub callbacks: Block<Callbacks>,
        /// What it has cost.
        pub cost: Block<Cost>,
        /// What it is meant to reach.
        pub goal: Block<Goal>,
        /// Why it is, or is not, dialing.
        pub dispatch: Block<Dispatch>,
        /// The hours in which it may dial.
        pub call_window: Block<CallWindow>,
        /// The first page of its tasks.
        pub tasks: Block<TaskPage>,
        /// The first page of its number pool.
        pub numbers: Block<NumberPage>,
        /// Who did what when, newest first.
        pub activity: Block<Vec<Row<Activity>>>,
        /// Its dials over time.
        pub timeline: Later<Timeline>,
        /// What completed calls ended with.
        pub dispositions: Later<Dispositions>,
        /// The tone of completed calls.
        pub sentiment: Later<Sentiment>,
        /// Its dials by attempt number, ascending.
        pub retries: Later<Vec<RetryStep>>,
        /// Its variants; there only when they run against each other.
        pub ab_test: Later<AbTest>,
        /// What an analysis of the conversations found.
        pub intelligence: Later<Intelligence>,
        /// How long tasks have been in the states that are not final.
        pub states: Later<Vec<StateAge>>,
        /// The file its contacts came from.
        pub upload: Later<Upload>,
        /// Whether a draft can start.
        pub launch: Later<Launch>,
        /// The run before; there after a restart has prepared a new one.
        pub previous_run: Later<PreviousRun>,
    }

    /// One thing that somebody, or the system, did to the campaign.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Activity {
        /// When.
        pub at: Timestamp,
        /// `critical`, `warning`, `notice`, `clear`; open.
        pub severity: Field<String>,
        /// What, in words.
        pub text: String,
        /// Who; `null` when the system did it.
        pub by: Field<String>,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    const BLOCKS: [&str; 11] = [
        "actions",
        "counts",
        "attempts",
        "callbacks",
        "cost",
        "goal",
        "dispatch",
        "call_window",
        "tasks",
        "numbers",
        "activity",
    ];

    fn snapshot(more: &str) -> Snapshot {
        let campaign = r#"{"id":"c","name":"n","status":"running"}"#;
        let json =
            format!(r#"{{"captured_at":"2026-11-12T20:32:08Z","campaign":{campaign}{more}}}"#);
        decode(&json).unwrap()
    }

    fn each_block(value: &str) -> String {
        BLOCKS
            .map(|block| format!(r#","{block}":{value}"#))
            .concat()
    }

    #[test]
    fn a_snapshot_of_nulls_holds_no_more_than_an_empty_one() {
        for (more, empty) in [(each_block("null"), true), (String::new(), false)] {
            let bare = snapshot(&more);
            let there = [
                bare.actions.is_absent(),
                bare.counts.is_absent(),
                bare.attempts.is_absent(),
                bare.callbacks.is_absent(),
                bare.cost.is_absent(),
                bare.goal.is_absent(),
                bare.dispatch.is_absent(),
                bare.call_window.is_absent(),
                bare.tasks.is_absent(),
                bare.numbers.is_absent(),
                bare.activity.is_absent(),
            ];
            assert_eq!(there, [true; BLOCKS.len()]);
            assert_eq!(bare.call_window.is_empty(), empty);
        }
    }

    #[test]
    fn fields_of_later_versions_are_ignored() {
        assert_eq!(snapshot(r#","jobs":[1,{"x":[]}],"v":2"#), snapshot(""));
    }

    #[test]
    fn blocks_of_a_wrong_type_cost_only_themselves() {
        let bad = snapshot(&each_block("7"));
        assert_eq!(bad.campaign, snapshot("").campaign);
        let unreadable = [
            bad.actions.unreadable(),
            bad.counts.unreadable(),
            bad.attempts.unreadable(),
            bad.callbacks.unreadable(),
            bad.cost.unreadable(),
            bad.goal.unreadable(),
            bad.dispatch.unreadable(),
            bad.call_window.unreadable(),
            bad.tasks.unreadable(),
            bad.numbers.unreadable(),
            bad.activity.unreadable(),
        ];
        for (block, trouble) in BLOCKS.iter().zip(unreadable) {
            let expected = match *block {
                "actions" | "activity" => "a list",
                _ => "an object",
            };
            assert_eq!(
                trouble.map(|trouble| &*trouble.expected),
                Some(expected),
                "{block}"
            );
        }
    }

    #[test]
    fn a_bad_part_deep_inside_leaves_the_parts_around_it() {
        let bad = snapshot(
            r#","dispatch":{"calling_now":36,"capacity":{"lines_in_use":36.0,
            "tenant":{"line_cap":"many"},"concurrency":{"limit":60}}}"#,
        );
        let dispatch = bad.dispatch.value().unwrap();
        let capacity = dispatch.capacity.value().unwrap();
        assert_eq!(dispatch.calling_now.copied(), Some(36));
        assert_eq!(capacity.lines_in_use.copied(), Some(36));
        assert_eq!(capacity.concurrency.value().map(|own| own.limit), Some(60));
        let trouble = capacity.tenant.unreadable().unwrap().within("tenant");
        assert_eq!(
            (&*trouble.path, &*trouble.expected),
            ("tenant.line_cap", "a whole number")
        );
    }
}
