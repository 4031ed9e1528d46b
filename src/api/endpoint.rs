//! Addresses of the contract's resources. Every ID is one percent-encoded
//! path segment, whatever characters it holds.

use crate::domain::page::Place;
use crate::domain::percent::encoded;
use crate::domain::route::{CallQuery, CampaignQuery, MAXIMUM_SIZE, TaskQuery};

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
        format!("{}/{}", self.of_campaign(campaign, "tasks"), encoded(task))
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

    /// An action on a campaign.
    pub fn action(&self, campaign: &str, action: &str) -> String {
        format!(
            "{}/{}",
            self.of_campaign(campaign, "actions"),
            encoded(action)
        )
    }

    fn of_campaign(&self, campaign: &str, rest: &str) -> String {
        format!("{}/campaigns/{}/{rest}", self.base, encoded(campaign))
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
    }
}
