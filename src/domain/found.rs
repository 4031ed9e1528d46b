//! What a search over everything finds, and where it leads.

use super::block::Row;
use super::campaign::CampaignId;
use super::field::Field;
use super::job::JobId;
use super::json::wire;
use super::parts::Parts;
use super::route::{CallQuery, JobsPlace, RecordsPlace, Route};
use super::spelling::{humanized, same_as_any};
use super::task::TaskId;

wire! {
    /// The best matches first.
    #[derive(Clone, Debug, PartialEq)]
    pub struct FindResults {
        /// At most 20.
        pub items: Vec<Row<Found>>,
        /// The further requests that they were found by.
        pub parts: Parts,
    }

    /// One match.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Found {
        /// `campaign`, `task`, `call`, `contact`, `number`, `job`, `record`; open.
        pub kind: String,
        /// Opaque.
        pub id: String,
        /// Its name, or what stands for it.
        pub label: String,
        /// What tells it from its likes.
        pub sub: Field<String>,
        /// Where it belongs.
        pub campaign_id: Field<String>,
        /// The task that it belongs to.
        pub task_id: Field<String>,
    }
}

impl Found {
    /// "Campaign", "Contact"; an unknown kind in plain words.
    pub fn kind_label(&self) -> String {
        humanized(&self.kind)
    }

    /// The view that shows it: a campaign's page, a task's or record's drawer, a
    /// run, or the call log of what has no page of its own.
    pub fn route(&self) -> Route {
        let is = |kind: &str| same_as_any(&self.kind, &[kind]);
        let campaign = self.campaign_id.as_deref();
        let task = match self.task_id.as_deref() {
            None if is("task") => Some(&*self.id),
            task => task,
        };
        match (campaign, task) {
            _ if is("campaign") => Route::to_campaign(campaign_id(&self.id)),
            _ if is("job") => Route::Jobs(JobsPlace::of(JobId(self.id.clone()))),
            _ if is("record") => Route::Records(RecordsPlace {
                open: Some(self.id.clone()),
                ..RecordsPlace::default()
            }),
            _ if is("contact") => {
                Route::Calls(CallQuery::default().with_contact(Some(self.id.clone())))
            }
            (Some(campaign), Some(task)) => {
                Route::to_task(campaign_id(campaign), TaskId(task.to_owned()))
            }
            _ if is("number") => Route::Calls(CallQuery::default().with_q(&self.label)),
            _ => Route::Calls(CallQuery::default().with_q(&self.id)),
        }
    }
}

fn campaign_id(id: &str) -> CampaignId {
    CampaignId(id.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn a_kind_is_told_in_words() {
        for (kind, label) in [("campaign", "Campaign"), ("voice_note", "Voice note")] {
            let json = format!(r#"{{"kind":"{kind}","id":"1","label":"A"}}"#);
            assert_eq!(decode::<Found>(&json).unwrap().kind_label(), label);
        }
    }

    #[test]
    fn every_kind_leads_to_what_shows_it() {
        for (json, address) in [
            (
                r#"{"kind":"campaign","id":"cmp_1","label":"A"}"#,
                "/campaigns/cmp_1",
            ),
            (
                r#"{"kind":"task","id":"tsk_1","label":"A","campaign_id":"cmp_1"}"#,
                "/campaigns/cmp_1/tasks/tsk_1",
            ),
            (
                r#"{"kind":"call","id":"att_1","label":"A","campaign_id":"cmp_1","task_id":"tsk_1"}"#,
                "/campaigns/cmp_1/tasks/tsk_1",
            ),
            (
                r#"{"kind":"call","id":"att_1","label":"A"}"#,
                "/calls?q=att_1",
            ),
            (
                r#"{"kind":"contact","id":"con_1","label":"A","campaign_id":"cmp_1","task_id":"tsk_1"}"#,
                "/calls?contact=con_1",
            ),
            (
                r#"{"kind":"job","id":"job_1","label":"Payment reminder v7"}"#,
                "/jobs/job_1",
            ),
            (
                r#"{"kind":"record","id":"rec/1","label":"Keisha Brandt"}"#,
                "/records/rec%2F1",
            ),
            (
                r#"{"kind":"recording","id":"r/1","label":"A"}"#,
                "/calls?q=r/1",
            ),
        ] {
            let found: Found = decode(json).unwrap();
            let route = found.route();
            assert_eq!(route, Route::parse(address), "{json}");
        }
        let number: Found =
            decode(r#"{"kind":"number","id":"num_1","label":"+13125550142"}"#).unwrap();
        assert_eq!(
            number.route(),
            Route::Calls(CallQuery::default().with_q("+13125550142"))
        );
    }

    #[test]
    fn only_a_task_lends_its_id_to_a_task_drawer() {
        for (kind, searched) in [("number", "+13125550142"), ("voice_note", "n_1")] {
            let json = format!(
                r#"{{"kind":"{kind}","id":"n_1","label":"+13125550142","campaign_id":"cmp_1"}}"#
            );
            let found: Found = decode(&json).unwrap();
            assert_eq!(
                found.route(),
                Route::Calls(CallQuery::default().with_q(searched)),
                "{kind}"
            );
        }
    }
}
