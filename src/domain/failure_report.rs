//! How the dials of a campaign, or the records of a run, failed: in groups
//! alike, and by what they have in common.

use super::block::{Block, Row};
use super::field::Field;
use super::json::wire;
use super::parts::Parts;
use super::timestamp::Timestamp;

wire! {
    /// What failed over a stretch of time.
    #[derive(Clone, Debug, PartialEq)]
    pub struct FailureReport {
        /// Contacts whose last attempt failed, by how it did; most contacts
        /// first. The groups sum to [`FailedContacts::failed`].
        pub groups: Vec<Row<FailureGroup>>,
        /// The server's clock when the report was made.
        pub captured_at: Field<Timestamp>,
        /// The further requests that it was made of.
        pub parts: Parts,
        /// The stretch that is reported on.
        pub window: Block<ReportWindow>,
        /// IANA name of the zone that it is told in.
        pub time_zone: Field<String>,
        /// Dials, or runs of records, that ended in the window.
        pub attempts: Block<FailedAttempts>,
        /// Contacts that were dialed, or run, in the window.
        pub contacts: Block<FailedContacts>,
        /// The same attempts, cut by what they have in common. Of each kind,
        /// the parts sum to [`FailedAttempts`].
        pub segments: Block<Vec<Row<FailureSegment>>>,
    }

    /// A stretch of time.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ReportWindow {
        /// From here on.
        pub from: Field<Timestamp>,
        /// Before then.
        pub to: Field<Timestamp>,
    }

    /// Attempts of the window.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FailedAttempts {
        /// Ended, whatever came of them.
        pub finished: Field<i64>,
        /// Those that failed.
        pub failed: Field<i64>,
    }

    /// Contacts of the window.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FailedContacts {
        /// Their last attempt failed.
        pub failed: Field<i64>,
        /// A person was spoken to.
        pub reached: Field<i64>,
    }

    /// Contacts whose last attempt failed in the same way.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FailureGroup {
        /// Different contacts.
        pub contacts: i64,
        /// The carrier's final answer.
        pub sip_status: Field<i64>,
        /// The API's or the provider's own code: `invalid_number`,
        /// `provider_timeout`, `ai_timeout`, `carrier_error`; open.
        pub code: Field<String>,
        /// In words.
        pub label: Field<String>,
        /// The carrier that took the calls.
        pub carrier: Field<String>,
        /// Attempts of the window that failed so, of any contact.
        pub attempts: Field<i64>,
        /// Contacts that were dialed again after such a failure, since the
        /// first of them.
        pub retried: Field<i64>,
        /// Contacts with another attempt scheduled.
        pub retry_scheduled: Field<i64>,
        /// The most dials that one contact got after such a failure.
        pub most_retries: Field<i64>,
        /// When the first of these attempts ended.
        pub first_at: Field<Timestamp>,
        /// When the last of them ended.
        pub last_at: Field<Timestamp>,
    }

    /// Attempts that have something in common.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FailureSegment {
        /// What they are cut by: `carrier`, `country`, `time_zone`, `number`,
        /// `upload_part`; open.
        pub kind: String,
        /// The part; `null` for attempts of which it is not known.
        pub value: Field<String>,
        /// The part in words.
        pub label: Field<String>,
        /// Attempts that ended.
        pub finished: Field<i64>,
        /// Those that failed.
        pub failed: Field<i64>,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::block::good_rows;
    use crate::domain::json::decode;

    #[test]
    fn a_bad_group_costs_only_itself() {
        let json = r#"{"groups":[{"contacts":4,"sip_status":503},{"contacts":"many"},{"contacts":2,"attempts":null}]}"#;
        let report: FailureReport = decode(json).unwrap();
        let groups: Vec<_> = good_rows(&report.groups).collect();
        let told: Vec<_> = groups.iter().map(|group| group.contacts).collect();
        assert_eq!((report.groups.len(), told), (3, vec![4, 2]));
        let unreported: Vec<_> = groups.iter().map(|group| &group.attempts).collect();
        assert_eq!(unreported, [&Field::NotReported, &Field::Empty]);
        assert!(report.attempts.is_absent() && report.segments.is_absent());
    }
}
