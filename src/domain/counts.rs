//! How many tasks and attempts there are, by what became of them.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::block::Block;
use super::field::Field;
use super::integer::{self, Integer};

/// Tasks of a campaign.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct TaskCounts {
    /// All tasks.
    #[serde(deserialize_with = "integer::required")]
    pub total: i64,
    /// Tasks by attempt state; the values should sum to `total`.
    #[serde(default)]
    pub by_status: Block<Tally>,
    /// Finished tasks as the dialer itself counts them, where it keeps such a
    /// counter. May contradict `by_status`.
    #[serde(default, deserialize_with = "integer::field")]
    pub processed: Field<i64>,
    /// Contacts dialed at least once.
    #[serde(default, deserialize_with = "integer::field")]
    pub attempted: Field<i64>,
    /// Waiting tasks that could go now if a line were free.
    #[serde(default, deserialize_with = "integer::field")]
    pub ready: Field<i64>,
    /// The dialer's own progress, as a fraction of 1.
    #[serde(default)]
    pub progress: Field<f64>,
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
    pub fn sum(&self) -> i64 {
        self.iter()
            .fold(0, |sum: i64, (_, count)| sum.saturating_add(count))
    }
}

impl<'de> Deserialize<'de> for Tally {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TallyVisitor)
    }
}

struct TallyVisitor;

impl<'de> Visitor<'de> for TallyVisitor {
    type Value = Tally;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of counts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tally, A::Error> {
        let mut counts = Vec::new();
        while let Some((word, count)) = map.next_entry::<String, Integer>()? {
            counts.push((word, count.0));
        }
        Ok(Tally(counts))
    }
}

/// Attempts (dials), never contacts; answered ≤ finished ≤ dialed should hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct AttemptCounts {
    /// All dials.
    #[serde(default, deserialize_with = "integer::field")]
    pub dialed: Field<i64>,
    /// Dials with a result: dialed less those still in flight.
    #[serde(default, deserialize_with = "integer::field")]
    pub finished: Field<i64>,
    /// Finished dials that were answered, by a person or a machine.
    #[serde(default, deserialize_with = "integer::field")]
    pub answered: Field<i64>,
    /// Answered by a person.
    #[serde(default, deserialize_with = "integer::field")]
    pub answered_live: Field<i64>,
    /// Answered by a person and dropped before anyone spoke to them.
    #[serde(default, deserialize_with = "integer::field")]
    pub abandoned: Field<i64>,
    /// Answered by a machine.
    #[serde(default, deserialize_with = "integer::field")]
    pub machine_detected: Field<i64>,
    /// Dials that ended in a carrier or network failure.
    #[serde(default, deserialize_with = "integer::field")]
    pub failed: Field<i64>,
    /// Talk time of completed calls, in seconds.
    #[serde(default)]
    pub talk_seconds: Field<f64>,
    /// Completed calls, the denominator of the average duration.
    #[serde(default, deserialize_with = "integer::field")]
    pub completed: Field<i64>,
    /// Dials that retry rules still allow.
    #[serde(default, deserialize_with = "integer::field")]
    pub retries_remaining: Field<i64>,
    /// The dialer's own answer rate, as a fraction of 1.
    #[serde(default)]
    pub answer_rate: Field<f64>,
    /// The dialer's own completion rate, as a fraction of 1.
    #[serde(default)]
    pub completion_rate: Field<f64>,
    /// The dialer's own average duration, in seconds.
    #[serde(default)]
    pub average_seconds: Field<f64>,
    /// The dialer's own abandon rate, as a fraction of 1.
    #[serde(default)]
    pub abandon_rate: Field<f64>,
}

/// Callbacks that contacts asked for; present only when detection is in use.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Callbacks {
    /// Promised and not made yet.
    #[serde(default, deserialize_with = "integer::field")]
    pub pending: Field<i64>,
    /// Made and answered.
    #[serde(default, deserialize_with = "integer::field")]
    pub completed: Field<i64>,
    /// Called off.
    #[serde(default, deserialize_with = "integer::field")]
    pub cancelled: Field<i64>,
    /// Tried as often as allowed, never reached.
    #[serde(default, deserialize_with = "integer::field")]
    pub exhausted: Field<i64>,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_keeps_its_order_and_adds_up_without_overflow() {
        let tally: Tally =
            serde_json::from_str(r#"{"weird":9223372036854775807,"pending":2,"completed":3.0}"#)
                .unwrap();
        let counts: Vec<_> = tally.iter().collect();
        let expected = [("weird", i64::MAX), ("pending", 2), ("completed", 3)];
        assert_eq!(counts, expected);
        assert_eq!(tally.sum(), i64::MAX);
    }

    #[test]
    fn one_bad_count_costs_the_tally_and_nothing_around_it() {
        let counts: TaskCounts =
            serde_json::from_str(r#"{"total":11,"by_status":{"pending":"many"}}"#).unwrap();
        assert_eq!(counts.total, 11);
        let trouble = counts.by_status.unreadable().unwrap();
        assert_eq!(
            (&*trouble.path, &*trouble.expected),
            ("pending", "a whole number")
        );
    }

    #[test]
    fn no_figure_is_invented() {
        let attempts: AttemptCounts = serde_json::from_str("{}").unwrap();
        assert_eq!(attempts, AttemptCounts::default());
        assert!(!attempts.answered.is_reported() && !attempts.talk_seconds.is_reported());
    }
}
