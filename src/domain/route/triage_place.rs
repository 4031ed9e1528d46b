//! Where in incident triage an operator is. There is no incident on the
//! server: this address is the incident, so that two people who share it look
//! at the same thing.

use super::Route;
use crate::domain::campaign::CampaignId;
use crate::domain::job::JobId;
use crate::domain::percent::{QueryText, pairs};

/// What is looked into, and what of it is chosen. Without a campaign and a job
/// it is the start page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TriagePlace {
    /// The campaign.
    pub campaign: Option<CampaignId>,
    /// The run.
    pub job: Option<JobId>,
    /// The symptom's code, as written in the address.
    pub symptom: Option<String>,
    /// One task or record that is to be retried by itself, by ID.
    pub record: Option<String>,
    /// The retry whose board is open, by ID.
    pub retry: Option<String>,
}

impl TriagePlace {
    /// A campaign, with nothing of it chosen.
    pub fn of_campaign(id: CampaignId) -> Self {
        Self {
            campaign: Some(id),
            ..Self::default()
        }
    }

    /// A run, with nothing of it chosen.
    pub fn of_job(id: JobId) -> Self {
        Self {
            job: Some(id),
            ..Self::default()
        }
    }

    /// The incident of what a view shows: a campaign or one of its tasks, a run
    /// or one of its records. `None` for what belongs to neither.
    pub fn of_view(view: &Route) -> Option<Self> {
        match view {
            Route::Campaign { id, open, .. } => {
                let task = open.as_ref().map(|task| task.0.clone());
                Some(Self::of_campaign(id.clone()).with_record(task))
            }
            Route::Jobs(place) => {
                let record = place.record.as_ref().map(|record| record.id.clone());
                Some(Self::of_job(place.job.clone()?).with_record(record))
            }
            _ => None,
        }
    }

    /// The same with another symptom.
    pub fn with_symptom(self, symptom: Option<String>) -> Self {
        Self { symptom, ..self }
    }

    /// The same with one task or record to retry.
    pub fn with_record(self, record: Option<String>) -> Self {
        Self { record, ..self }
    }

    /// The same with another retry's board open.
    pub fn with_retry(self, retry: Option<String>) -> Self {
        Self { retry, ..self }
    }

    /// The ID of what is looked into: the campaign, else the run.
    pub fn subject(&self) -> Option<&str> {
        let campaign = self.campaign.as_ref().map(|id| &*id.0);
        campaign.or(self.job.as_ref().map(|id| &*id.0))
    }

    /// Reads a query, without its question mark. What is empty or not known is
    /// as if it were not there; of a name that repeats, the last counts.
    pub(super) fn from_query(query: &str) -> Self {
        let mut place = Self::default();
        for (name, value) in pairs(query) {
            let value = Some(value).filter(|value| !value.is_empty());
            match &*name {
                "campaign" => place.campaign = value.map(CampaignId),
                "job" => place.job = value.map(JobId),
                "symptom" => place.symptom = value,
                "record" => place.record = value,
                "retry" => place.retry = value,
                _ => {}
            }
        }
        place
    }

    /// The query without its question mark.
    pub(super) fn to_query(&self) -> String {
        let mut text = QueryText::default();
        let parts = [
            ("campaign", self.campaign.as_ref().map(|id| &id.0)),
            ("job", self.job.as_ref().map(|id| &id.0)),
            ("symptom", self.symptom.as_ref()),
            ("record", self.record.as_ref()),
            ("retry", self.retry.as_ref()),
        ];
        for (name, value) in parts {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                text.push(name, value);
            }
        }
        text.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn an_incident_and_the_start_page_have_addresses() {
        let campaign = TriagePlace::of_campaign(CampaignId("cmp/1".to_owned()));
        let both = TriagePlace {
            job: Some(JobId("job_77af1".to_owned())),
            ..campaign.clone()
        };
        for (place, address) in [
            (TriagePlace::default(), "/triage"),
            (campaign, "/triage?campaign=cmp%2F1"),
            (
                TriagePlace::of_job(JobId("j 1".to_owned())).with_record(text("rec_1")),
                "/triage?job=j%201&record=rec_1",
            ),
            (
                both.with_symptom(text("few_calls")).with_retry(text("r&1")),
                "/triage?campaign=cmp%2F1&job=job_77af1&symptom=few_calls&retry=r%261",
            ),
        ] {
            let route = Route::Triage(place.clone());
            assert_eq!(route.format(), address);
            assert_eq!(Route::parse(address), route);
            assert_eq!(place.subject().is_some(), address != "/triage");
        }
    }

    #[test]
    fn what_a_view_shows_leads_to_its_incident() {
        for (view, incident) in [
            ("/campaigns/c?status=failed", Some("/triage?campaign=c")),
            ("/campaigns/c/tasks/t", Some("/triage?campaign=c&record=t")),
            ("/jobs/j", Some("/triage?job=j")),
            ("/jobs/j/records/r/journey", Some("/triage?job=j&record=r")),
            ("/jobs", None),
            ("/", None),
            ("/records/r", None),
            ("/triage?job=j", None),
        ] {
            let found = TriagePlace::of_view(&Route::parse(view));
            let found = found.map(|place| Route::Triage(place).format());
            assert_eq!(found.as_deref(), incident, "{view}");
        }
    }

    #[test]
    fn what_an_address_cannot_mean_is_as_if_not_there() {
        for address in [
            "/triage/",
            "/triage?campaign=&job=&x=1",
            "triage?symptom=#top",
        ] {
            let start = Route::Triage(TriagePlace::default());
            assert_eq!(Route::parse(address), start, "{address}");
        }
        let last = Route::parse("/triage?job=1&job=2");
        let expected = TriagePlace::of_job(JobId("2".to_owned()));
        assert_eq!(last, Route::Triage(expected));
        let nowhere = "/triage/cmp_1";
        assert_eq!(Route::parse(nowhere), Route::NotFound(nowhere.to_owned()));
    }

    proptest! {
        #[test]
        fn any_incident_survives_its_address(
            campaign in proptest::option::of(".{1,12}"), job in proptest::option::of(".{1,12}"),
            symptom in proptest::option::of("\\PC{1,12}"), record in proptest::option::of(".{1,12}"),
            retry in proptest::option::of(".{1,12}"),
        ) {
            let (campaign, job) = (campaign.map(CampaignId), job.map(JobId));
            let route = Route::Triage(TriagePlace { campaign, job, symptom, record, retry });
            prop_assert_eq!(Route::parse(&route.format()), route);
        }
    }
}
