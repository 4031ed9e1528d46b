//! The step-by-step trace of one record.

use super::block::{Block, Row};
use super::field::Field;
use super::json::wire;
use super::parts::Parts;
use super::raw_json::RawJson;
use super::record::Record;
use super::spelling::same_as_any;
use super::timestamp::Timestamp;
use super::vocabulary::vocabulary;

pub mod told;

wire! {
    /// What happened to one record, step by step.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Journey {
        /// The record.
        pub record: Record,
        /// Its steps, in order, with those that were not reached.
        pub steps: Vec<Row<Step>>,
        /// The server's clock when this was read.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// Other records of the run that failed in the same way.
        pub similar: Block<Similar>,
        /// What the run gave out for the record, shown as sent.
        pub final_output: Field<RawJson>,
    }

    /// One step of a record.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Step {
        /// Its name in the spinner.
        pub name: String,
        /// `load`, `enrich`, `call`, `ai_agent`, `write_outcome`, `wait`, `human`; open.
        pub kind: Field<String>,
        /// `ok`, `running`, `waiting`, `failed`, `skipped`, `pending`; open.
        pub status: String,
        /// Code of what came of it: `answered`, `ai_timeout`; open.
        pub outcome: Field<String>,
        /// What happened, in words.
        pub message: Field<String>,
        /// When it began.
        pub started_at: Field<Timestamp>,
        /// When it was over.
        pub ended_at: Field<Timestamp>,
        /// How long it took, in seconds.
        pub duration_seconds: Field<f64>,
        /// How long it may take, in seconds.
        pub limit_seconds: Field<f64>,
    }

    /// Records that failed in the same way.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Similar {
        /// How many others.
        pub count: i64,
        /// The rest of the sentence: "failed the same way, all after 13:18 CST".
        pub text: Field<String>,
    }
}

vocabulary! {
    /// Where a step stands.
    pub enum StepStatus {
        Good: "ok" | "completed"; "ok";
            "Done.";
            Ok; CircleCheck,
        Running: "running"; "running";
            "Being done now.";
            Live; Play,
        Waiting: "waiting"; "waiting";
            "Waits for a service or a person outside.";
            Wait; Hourglass,
        Failed: "failed"; "failed";
            "Failed.";
            Bad; OctagonX,
        Skipped: "skipped"; "skipped";
            "Not run.";
            Mute; CircleSlash,
        Pending: "pending" | "queued"; "pending";
            "Not begun yet.";
            Mute; DashedCircle,
    }
}

/// Seconds that an AI step may take before it is called slow.
pub const AI_STEP_LIMIT: f64 = 120.0;

/// Whether a step of this kind is work of an AI model.
pub fn is_ai(kind: &str) -> bool {
    same_as_any(kind, &["ai_agent", "ai"])
}

/// Whether a step of this kind that took, or has taken, so many seconds is
/// slow. Only AI steps have a usual length: up to 2 minutes are normal.
pub fn is_slow(kind: &str, seconds: f64) -> bool {
    is_ai(kind) && seconds > AI_STEP_LIMIT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_ai_step_past_two_minutes_is_slow() {
        for (kind, seconds, slow) in [
            ("ai_agent", 110.0, false),
            ("ai_agent", 120.0, false),
            ("AI-Agent", 120.1, true),
            ("call", 900.0, false),
            ("human", 90_000.0, false),
            ("ai_agent", f64::NAN, false),
        ] {
            assert_eq!(is_slow(kind, seconds), slow, "{kind} {seconds}");
        }
    }
}
