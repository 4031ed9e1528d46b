//! Where an entry leads.

use crate::domain::campaign::Headline;
use crate::domain::job::Job;
use crate::domain::live_ops::LiveCampaign;
use crate::domain::route::{JobsPlace, JobsQuery, RecordFilter, RecordQuery, Route};

/// Where to go, and what the way there is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// "Open campaign".
    pub label: &'static str,
    /// The view.
    pub route: Route,
    /// The section of the view that it is about, by its name in the page.
    pub part: Option<&'static str>,
}

impl Link {
    pub(super) fn new(label: &'static str, route: Route) -> Self {
        Self {
            label,
            route,
            part: None,
        }
    }

    /// To what holds a campaign back: its number pool, else its page.
    pub(super) fn to_limit(row: &LiveCampaign, why: &Headline) -> Self {
        let page = Route::to_campaign(row.id.clone());
        match why.limit.as_deref() {
            Some("number_pool") => Self {
                part: Some("numbers"),
                ..Self::new("Number pool", page)
            },
            _ => Self::new("Open campaign", page),
        }
    }

    pub(super) fn to_jobs() -> Self {
        Self::new("Open jobs", Route::Jobs(JobsPlace::default()))
    }

    pub(super) fn to_job(job: &Job) -> Self {
        Self::new("Open job", Route::Jobs(JobsPlace::of(job.id.clone())))
    }

    pub(super) fn to_failed_records(job: &Job) -> Self {
        let failed = vec!["failed".to_owned()];
        let query = JobsQuery {
            records: RecordQuery::default().with(RecordFilter::Status, failed),
            ..JobsQuery::default()
        };
        let place = JobsPlace {
            query: query.to_query(),
            ..JobsPlace::of(job.id.clone())
        };
        Self::new("Open failed records", Route::Jobs(place))
    }
}
