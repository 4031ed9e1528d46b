//! Whether anybody was called twice: runs over the same upload, recipients
//! that stand in it more than once, and deliveries that were repeated.

use super::block::{Block, Row};
use super::field::Field;
use super::json::wire;
use super::parts::Parts;
use super::task::Contact;
use super::timestamp::Timestamp;

wire! {
    /// What was doubled over a stretch of time.
    #[derive(Clone, Debug, PartialEq)]
    pub struct DuplicateReport {
        /// The server's clock when the report was made.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// How far back it looks, in seconds.
        pub window_seconds: Field<f64>,
        /// Every run of the window over the same upload, the one asked for
        /// included.
        pub runs: Block<Vec<Row<UploadRun>>>,
        /// The upload, and who stands in it twice.
        pub upload: Block<UploadRepeats>,
        /// Deliveries that were asked for twice.
        pub deliveries: Block<RepeatedDeliveries>,
        /// Contacts that were dialed again after they had been reached.
        pub reached_again: Block<ReachedAgain>,
        /// Some of those contacts, at most 20.
        pub samples: Block<Vec<Row<DuplicateSample>>>,
    }

    /// One run over the upload.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UploadRun {
        /// Its name in addresses.
        pub job_id: String,
        /// A run's status; open.
        pub status: Field<String>,
        /// What is executed.
        pub name: Field<String>,
        /// The upload's name in evidence.
        pub upload_id: Field<String>,
        /// When it began.
        pub started_at: Field<Timestamp>,
        /// When it was over.
        pub ended_at: Field<Timestamp>,
        /// By whom, or by what.
        pub started_by: Field<String>,
        /// Whether it is the run, or belongs to the campaign, that was asked for.
        pub is_scope: Field<bool>,
    }

    /// An upload, by how often its recipients stand in it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct UploadRepeats {
        /// Its name in evidence.
        pub id: Field<String>,
        /// The file's name.
        pub name: Field<String>,
        /// Rows of the file.
        pub rows: Field<i64>,
        /// Different recipients.
        pub unique: Field<i64>,
        /// Recipients that stand in it more than once and were not skipped.
        pub repeated: Field<i64>,
        /// Rows that were skipped at import as repeats.
        pub skipped: Field<i64>,
        /// Rows whose number cannot be read.
        pub malformed: Field<i64>,
    }

    /// Deliveries with a key that was seen before.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RepeatedDeliveries {
        /// All of them: `dropped + got_through`.
        pub repeated: Field<i64>,
        /// Dropped at dispatch: nobody was called twice.
        pub dropped: Field<i64>,
        /// Carried out once more.
        pub got_through: Field<i64>,
    }

    /// Contacts dialed again after they had been reached.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ReachedAgain {
        /// How many.
        pub contacts: Field<i64>,
        /// How soon after, at most, in seconds.
        pub window_seconds: Field<f64>,
    }

    /// One contact that was, or may be, called twice.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DuplicateSample {
        /// `repeated_recipient`, `delivered_twice`, `reached_again`; open.
        pub kind: String,
        /// Who.
        pub contact: Field<Contact>,
        /// E.164, or whatever the dialer dials.
        pub phone: Field<String>,
        /// When it was called, first to last.
        pub calls: Field<Vec<Timestamp>>,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn nothing_reported_is_not_nothing_doubled() {
        let report: DuplicateReport = decode("{}").unwrap();
        assert!(report.runs.is_absent());
        let empty: DuplicateReport = decode(r#"{"runs":[],"deliveries":null}"#).unwrap();
        assert!(empty.runs.value().unwrap().is_empty());
        assert_eq!(
            (report.deliveries, empty.deliveries),
            (Block::Absent, Block::Empty)
        );
    }
}
