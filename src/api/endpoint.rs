//! Addresses of the contract's resources. Every ID is one percent-encoded
//! path segment, whatever characters it holds.

use crate::domain::page::Place;
use crate::domain::percent::{encoded, segment};
use crate::domain::route::{
    CallQuery, CampaignQuery, JobQuery, MAXIMUM_SIZE, RecordQuery, TaskQuery,
};
use crate::domain::scope::Scope;

/// Builds request addresses below one API base.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoints {
    base: String,
}

impl Endpoints {
    /// `base` with or without a trailing slash.
    pub fn new(base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
        }
    }

    /// Who is asking, and what the API provides.
    pub fn capabilities(&self) -> String {
        format!("{}/capabilities", self.base)
    }

    /// What a text finds.
    pub fn find(&self, text: &str) -> String {
        format!("{}/find?q={}", self.base, encoded(text))
    }

    /// A page of campaigns.
    pub fn campaigns(&self, query: &CampaignQuery) -> String {
        with_query(format!("{}/campaigns", self.base), &query.to_query())
    }

    /// A campaign's snapshot.
    pub fn snapshot(&self, campaign: &str) -> String {
        self.of_campaign(campaign, "snapshot")
    }

    /// A page of a campaign's tasks.
    pub fn tasks(&self, campaign: &str, query: &TaskQuery) -> String {
        with_query(self.of_campaign(campaign, "tasks"), &query.to_query())
    }

    /// One task with its events.
    pub fn task(&self, campaign: &str, task: &str) -> String {
        format!("{}/{}", self.of_campaign(campaign, "tasks"), segment(task))
    }

    /// A page of a campaign's number pool, of at most 200 rows.
    pub fn numbers(&self, campaign: &str, place: &Place) -> String {
        let place = match place {
            Place::Number(page) => format!("page={page}"),
            Place::Cursor(cursor) => format!("cursor={}", encoded(cursor)),
        };
        let numbers = self.of_campaign(campaign, "numbers");
        format!("{numbers}?{place}&size={MAXIMUM_SIZE}")
    }

    /// Every attempt of a campaign as a file.
    pub fn attempt_report(&self, campaign: &str) -> String {
        self.of_campaign(campaign, "attempt-report")
    }

    /// A page of the workspace's calls.
    pub fn calls(&self, query: &CallQuery) -> String {
        with_query(format!("{}/calls", self.base), &query.to_query())
    }

    /// A page of runs.
    pub fn jobs(&self, query: &JobQuery) -> String {
        with_query(format!("{}/jobs", self.base), &query.to_query())
    }

    /// One run.
    pub fn job(&self, job: &str) -> String {
        format!("{}/jobs/{}", self.base, segment(job))
    }

    /// A page of records.
    pub fn records(&self, query: &RecordQuery) -> String {
        with_query(format!("{}/records", self.base), &query.to_query())
    }

    /// One record.
    pub fn record(&self, record: &str) -> String {
        format!("{}/records/{}", self.base, segment(record))
    }

    /// The steps of one record.
    pub fn journey(&self, record: &str) -> String {
        format!("{}/journey", self.record(record))
    }

    /// An action on a record.
    pub fn record_action(&self, record: &str, action: &str) -> String {
        format!("{}/actions/{}", self.record(record), segment(action))
    }

    /// The spinners of a project, or of all; at most 200 of them.
    pub fn spinners(&self, project: Option<&str>) -> String {
        let project = project.map_or_else(String::new, |id| format!("&project={}", encoded(id)));
        format!("{}/spinners?size=200{project}", self.base)
    }

    /// Starts a run of a spinner.
    pub fn runs(&self, spinner: &str) -> String {
        format!("{}/spinners/{}/runs", self.base, segment(spinner))
    }

    /// Starts a targeted retry.
    pub fn retries(&self) -> String {
        format!("{}/retries", self.base)
    }

    /// What a targeted retry would do.
    pub fn retry_preview(&self) -> String {
        format!("{}/preview", self.retries())
    }

    /// The newest retries of a campaign or run.
    pub fn retries_of(&self, scope: &Scope) -> String {
        with_query(self.retries(), &scope.to_query())
    }

    /// One retry.
    pub fn retry(&self, retry: &str) -> String {
        format!("{}/{}", self.retries(), segment(retry))
    }

    /// An action on a retry.
    pub fn retry_action(&self, retry: &str, action: &str) -> String {
        format!("{}/actions/{}", self.retry(retry), segment(action))
    }

    /// One card of Live Ops.
    pub fn live(&self, card: &str) -> String {
        format!("{}/live/{card}", self.base)
    }

    /// How a campaign's dials, or a run's records, failed.
    pub fn failures(&self, scope: &Scope) -> String {
        format!("{}/failures?{}", self.base, scope.to_query())
    }

    /// Whether a campaign or a run called anybody twice.
    pub fn duplicates(&self, scope: &Scope) -> String {
        format!("{}/duplicates?{}", self.base, scope.to_query())
    }

    /// An action on a campaign.
    pub fn action(&self, campaign: &str, action: &str) -> String {
        format!(
            "{}/{}",
            self.of_campaign(campaign, "actions"),
            segment(action)
        )
    }

    fn of_campaign(&self, campaign: &str, rest: &str) -> String {
        format!("{}/campaigns/{}/{rest}", self.base, segment(campaign))
    }
}

fn with_query(path: String, query: &str) -> String {
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::JobId;
    use crate::domain::percent::is_segment;

    #[test]
    fn no_id_climbs_out_of_its_address() {
        let api = Endpoints::new("/api");
        for id in [".", "..", ""] {
            for address in [
                api.snapshot(id),
                api.task("c", id),
                api.task(id, "t"),
                api.attempt_report(id),
                api.action(id, "pause"),
                api.action("c", id),
                api.job(id),
                api.record(id),
                api.journey(id),
                api.record_action(id, "retry"),
                api.record_action("r", id),
                api.runs(id),
                api.retry(id),
                api.retry_action(id, "release"),
                api.retry_action("r", id),
            ] {
                assert!(address.contains("/%EF%BF%BD"), "{address}");
                assert!(!address.split('/').skip(1).any(|part| !is_segment(part)));
            }
        }
    }

    #[test]
    fn an_id_is_always_one_encoded() {
        let api = Endpoints::new("/api/");
        assert_eq!(api.snapshot("cmp_1"), "/api/campaigns/cmp_1/snapshot");
        assert_eq!(
            api.task("a/b?c", "manual__2026-11-12T09:00:00+00:00"),
            "/api/campaigns/a%2Fb%3Fc/tasks/manual__2026-11-12T09%3A00%3A00%2B00%3A00"
        );
        assert_eq!(
            api.action("é", "pause"),
            "/api/campaigns/%C3%A9/actions/pause"
        );
        assert_eq!(
            api.numbers("a/b", &Place::Cursor("x&y".to_owned())),
            "/api/campaigns/a%2Fb/numbers?cursor=x%26y&size=200"
        );
        assert_eq!(api.journey("r/1"), "/api/records/r%2F1/journey");
        assert_eq!(
            api.record_action("d~m:1+0", "retry"),
            "/api/records/d~m%3A1%2B0/actions/retry"
        );
        assert_eq!(api.runs("spn 1"), "/api/spinners/spn%201/runs");
        assert_eq!(
            api.spinners(Some("a&b")),
            "/api/spinners?size=200&project=a%26b"
        );
        let job = Scope::Job(JobId("job/1".to_owned()));
        assert_eq!(api.failures(&job), "/api/failures?job=job%2F1");
        assert_eq!(api.duplicates(&job), "/api/duplicates?job=job%2F1");
        assert_eq!(
            api.retry_action("r/1", "release"),
            "/api/retries/r%2F1/actions/release"
        );
        let failed = RecordQuery::from_query("job=job_1&status=failed");
        assert_eq!(api.records(&failed), "/api/records?job=job_1&status=failed");
    }
}
