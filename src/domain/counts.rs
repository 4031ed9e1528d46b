//! How many tasks and attempts there are, by what became of them.

use super::block::Block;
use super::field::Field;
use super::json::{FromJson, Json, Kind, Trouble, wire};

wire! {
    /// Tasks of a campaign.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct TaskCounts {
        /// All tasks.
        pub total: i64,
        /// Tasks by attempt state; the values should sum to `total`.
        pub by_status: Block<Tally>,
        /// Finished tasks as the dialer itself counts them, where it keeps such a
        /// counter. May contradict `by_status`.
        pub processed: Field<i64>,
        /// Contacts dialed at least once.
        pub attempted: Field<i64>,
        /// Waiting tasks that could go now if a line were free.
        pub ready: Field<i64>,
        /// The dialer's own progress, as a fraction of 1.
        pub progress: Field<f64>,
    }
}

/// Counts by an open set of words, in the order received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(
    /// Word as received, and its count.
    pub Vec<(String, i64)>,
);

impl Tally {
    /// Words and counts, in the order received.
    pub fn iter(&self) -> impl Iterator<Item = (&str, i64)> {
        self.0.iter().map(|(word, count)| (word.as_str(), *count))
    }

    /// All counts together, saturating.
    pub fn total(&self) -> i64 {
        sum(self.iter().map(|(_, count)| count))
    }
}

/// Counts together; those of a faulty dialer may pass what fits, and then stay
/// at the largest or smallest there is.
pub fn sum(counts: impl IntoIterator<Item = i64>) -> i64 {
    counts.into_iter().fold(0, i64::saturating_add)
}

impl FromJson for Tally {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        if json.kind() != Kind::Object {
            trouble.refuse(json, "an object of counts");
        }
        let mut counts = Vec::new();
        for (word, count) in json.members() {
            let word = String::from_json(&word, trouble);
            counts.push((word, i64::from_json(&count, trouble)));
        }
        Self(counts)
    }
}

wire! {
    /// Attempts (dials), never contacts; answered ≤ finished ≤ dialed should hold.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct AttemptCounts {
        /// All dials.
        pub dialed: Field<i64>,
        /// Dials with a result: dialed less those still in flight.
        pub finished: Field<i64>,
        /// Finished dials that were answered, by a person or a machine.
        pub answered: Field<i64>,
        /// Answered by a person.
        pub answered_live: Field<i64>,
        /// Answered by a person and dropped before anyone spoke to them.
        pub abandoned: Field<i64>,
        /// Answered by a machine.
        pub machine_detected: Field<i64>,
        /// Dials that ended in a carrier or network failure.
        pub failed: Field<i64>,
        /// Talk time of completed calls, in seconds.
        pub talk_seconds: Field<f64>,
        /// Completed calls, the denominator of the average duration.
        pub completed: Field<i64>,
        /// Dials that retry rules still allow.
        pub retries_remaining: Field<i64>,
        /// The dialer's own answer rate, as a fraction of 1.
        pub answer_rate: Field<f64>,
        /// The dialer's own completion rate, as a fraction of 1.
        pub completion_rate: Field<f64>,
        /// The dialer's own average duration, in seconds.
        pub average_seconds: Field<f64>,
        /// The dialer's own abandon rate, as a fraction of 1.
        pub abandon_rate: Field<f64>,
    }

    /// Callbacks that contacts asked for; present only when detection is in use.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Callbacks {
        /// Promised and not made yet.
        pub pending: Field<i64>,
        /// Made and answered.
        pub completed: Field<i64>,
        /// Called off.
        pub cancelled: Field<i64>,
        /// Tried as often as allowed, never reached.
        pub exhausted: Field<i64>,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn a_tally_keeps_its_order_and_adds_up_without_overflow() {
        let tally: Tally =
            decode(r#"{"weird":9223372036854775807,"pending":2,"completed":3.0}"#).unwrap();
        let counts: Vec<_> = tally.iter().collect();
        let expected = [("weird", i64::MAX), ("pending", 2), ("completed", 3)];
        assert_eq!(counts, expected);
        assert_eq!(tally.total(), i64::MAX);
    }

    #[test]
    fn one_bad_count_costs_the_tally_and_nothing_around_it() {
        let counts: TaskCounts = decode(r#"{"total":11,"by_status":{"pending":"many"}}"#).unwrap();
        assert_eq!(counts.total, 11);
        let trouble = counts.by_status.unreadable().unwrap();
        assert_eq!(
            (&*trouble.path, &*trouble.expected),
            ("pending", "a whole number")
        );
    }

    #[test]
    fn no_figure_is_invented() {
        let attempts: AttemptCounts = decode("{}").unwrap();
        assert_eq!(attempts, AttemptCounts::default());
        assert!(!attempts.answered.is_reported() && !attempts.talk_seconds.is_reported());
    }
}
