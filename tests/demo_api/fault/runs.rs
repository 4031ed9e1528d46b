//! Sentinels in the addresses of jobs, records and spinners.

use super::sentinel::{Place, STAND_IN, asked_for, at, decoded};
use crate::jobs::{STAND_IN_JOB, STAND_IN_RECORD};
use axum::http::Uri;

const STAND_IN_PROJECT: &str = "prj_northwind";
const STAND_IN_SPINNER: &str = "spn_payment";

/// The id of a sentinel, what is asked for, and the address of the good answer.
pub fn asked_of_runs(uri: &Uri, segments: &[&str]) -> Option<(String, Place, Uri)> {
    let (schema, in_path) = match segments {
        ["jobs"] => ("JobPage", None),
        ["records"] => ("RecordPage", None),
        ["spinners"] => ("SpinnerPage", None),
        ["failures"] => ("FailureReport", None),
        ["duplicates"] => ("DuplicateReport", None),
        ["jobs", id] => ("JobDetail", Some((*id, STAND_IN_JOB))),
        ["records", id] => ("RecordDetail", Some((*id, STAND_IN_RECORD))),
        ["retries"] => ("RetryPage", None),
        // No retry is there from the start, so the contract's example stands in for it.
        ["retries", id] | ["retries", id, "actions", _] if asked_for(&decoded(id)).is_some() => {
            return Some((decoded(id), Place::Other("Retry"), uri.clone()));
        }
        ["records", id, "actions", _] => ("ActionResult", Some((*id, STAND_IN_RECORD))),
        ["records", id, "journey"] => ("Journey", Some((*id, STAND_IN_RECORD))),
        ["spinners", id, "runs"] => ("RunResult", Some((*id, STAND_IN_SPINNER))),
        _ => return None,
    };
    let (id, good) = match in_path {
        Some((id, stand_in)) => {
            let path = uri
                .path()
                .replace(&format!("/{id}"), &format!("/{stand_in}"));
            let query = uri.query().map(|query| format!("?{query}"));
            (decoded(id), format!("{path}{}", query.unwrap_or_default()))
        }
        None => of_query(uri)?,
    };
    Some((id, Place::Other(schema), at(uri, &good)?))
}

/// The first sentinel of a query, and the address with what stands in for it.
fn of_query(uri: &Uri) -> Option<(String, String)> {
    let mut id = None;
    let mut kept = Vec::new();
    for pair in uri.query().unwrap_or_default().split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decoded(value);
        let is_sentinel = asked_for(&value).is_some();
        let good = match key {
            "job" => Some(format!("job={STAND_IN_JOB}")),
            "campaign" => Some(format!("campaign={STAND_IN}")),
            "project" => Some(format!("project={STAND_IN_PROJECT}")),
            "spinner" => Some(format!("spinner={STAND_IN_SPINNER}")),
            "q" | "contact" => None,
            _ => Some(pair.to_owned()),
        };
        if is_sentinel && good.as_deref() != Some(pair) {
            id = id.or(Some(value));
            kept.extend(good);
        } else if !pair.is_empty() {
            kept.push(pair.to_owned());
        }
    }
    Some((id?, format!("{}?{}", uri.path(), kept.join("&"))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sentinel::Sentinel;
    use super::*;

    #[test]
    fn jobs_records_and_spinners_fail_by_their_ids() {
        let record = format!("/api/records/{STAND_IN_RECORD}");
        let journey = format!("{record}/journey");
        let again = format!("{record}/actions/retry");
        for (asked, schema, good) in [
            ("/api/jobs/fault-500", "JobDetail", "/api/jobs/job_77ae0"),
            ("/api/records/fault-500", "RecordDetail", record.as_str()),
            (
                "/api/records/fault-500/journey",
                "Journey",
                journey.as_str(),
            ),
            (
                "/spinners/fault-500/runs",
                "RunResult",
                "/spinners/spn_payment/runs",
            ),
            (
                "/jobs?status=failed&project=fault-500",
                "JobPage",
                "/jobs?status=failed&project=prj_northwind",
            ),
            (
                "/records?job=fault-500&sort=started&q=fault-503",
                "RecordPage",
                "/records?job=job_77ae0&sort=started",
            ),
            (
                "/failures?campaign=fault-500",
                "FailureReport",
                "/failures?campaign=cmp_8f3k2q",
            ),
            (
                "/duplicates?job=fault-500",
                "DuplicateReport",
                "/duplicates?job=job_77ae0",
            ),
            (
                "/retries?campaign=fault-500&size=5",
                "RetryPage",
                "/retries?campaign=cmp_8f3k2q&size=5",
            ),
            ("/retries/fault-500", "Retry", "/retries/fault-500"),
            (
                "/api/retries/fault-500/actions/release",
                "Retry",
                "/api/retries/fault-500/actions/release",
            ),
            (
                "/api/records/fault-500/actions/retry",
                "ActionResult",
                again.as_str(),
            ),
            (
                "/spinners?project=fault-500",
                "SpinnerPage",
                "/spinners?project=prj_northwind",
            ),
        ] {
            let sentinel = Sentinel::of(&asked.parse().unwrap()).unwrap();
            assert_eq!(sentinel.id, "fault-500");
            assert_eq!(sentinel.place.schema(), schema);
            assert_eq!(sentinel.good_uri.to_string(), good, "{asked}");
        }
        for other in [
            "/jobs",
            "/jobs/job_77ae0",
            "/records?status=fault-500",
            "/jobs/a/b",
        ] {
            assert_eq!(Sentinel::of(&other.parse().unwrap()), None, "{other}");
        }
    }
}
