//! Dials by the time they began, over all campaigns.

use std::ops::AddAssign;

use rusqlite::params;

use super::Store;
use crate::outcome::Outcome;
use crate::zone::Ms;

/// Dials that began in a span, and what has become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dials {
    pub begun: i64,
    pub finished: i64,
    pub answered: i64,
    pub carrier_errors: i64,
}

impl AddAssign for Dials {
    fn add_assign(&mut self, other: Self) {
        self.begun += other.begun;
        self.finished += other.finished;
        self.answered += other.answered;
        self.carrier_errors += other.carrier_errors;
    }
}

impl Store {
    /// The dials that began after an instant and up to another.
    pub fn dials_begun(&self, after: Ms, until: Ms) -> rusqlite::Result<Dials> {
        let answers: Vec<String> = Outcome::ALL
            .into_iter()
            .filter(|outcome| outcome.is_answer())
            .map(|outcome| outcome.code().to_string())
            .collect();
        let sql = format!(
            "SELECT COUNT(*), TOTAL(outcome <> {in_flight}), TOTAL(outcome IN ({answers})),
               TOTAL(outcome = {failed})
             FROM attempt INDEXED BY attempt_started WHERE dialed_at > ?1 AND dialed_at <= ?2",
            in_flight = Outcome::InFlight.code(),
            answers = answers.join(", "),
            failed = Outcome::CarrierFailure.code(),
        );
        let total = |value: f64| value as i64;
        self.connection
            .prepare_cached(&sql)?
            .query_row(params![after, until], |row| {
                Ok(Dials {
                    begun: row.get(0)?,
                    finished: total(row.get(1)?),
                    answered: total(row.get(2)?),
                    carrier_errors: total(row.get(3)?),
                })
            })
    }
}
