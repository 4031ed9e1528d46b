//! Where an operator can be. Every view has an address, and every address a
//! view; how addresses get into the address bar is somebody else's matter.

mod call_filter;
mod call_query;
mod campaign_query;
mod job_query;
mod jobs_place;
mod list_query;
mod listing;
mod record_query;
mod records_place;
mod task_query;
mod triage_place;

pub use call_filter::CallFilter;
pub use call_query::{CallQuery, CallSort, CallSortKey};
pub use campaign_query::{CampaignQuery, CampaignSort, CampaignSortKey};
pub use job_query::{JobQuery, JobSort, JobSortKey, JobsQuery};
pub use jobs_place::{JobsPlace, OpenRecord};
pub use list_query::{DEFAULT_SIZE, MAXIMUM_SIZE, toggled};
pub use listing::ListQuery;
pub use record_query::{RecordFilter, RecordQuery, RecordSort, RecordSortKey};
pub use records_place::RecordsPlace;
pub use task_query::{TaskQuery, TaskSort, TaskSortKey};
pub use triage_place::TriagePlace;

use super::campaign::CampaignId;
use super::percent::{decoded, is_segment, segment};
use super::task::TaskId;

/// A view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of campaigns; also the home page.
    Campaigns(CampaignQuery),
    /// One campaign.
    Campaign {
        /// Which.
        id: CampaignId,
        /// How its tasks are filtered, sorted and paged.
        tasks: TaskQuery,
        /// The task whose drawer is open.
        open: Option<TaskId>,
    },
    /// The call log: every attempt of the workspace.
    Calls(CallQuery),
    /// The workspace right now.
    Live,
    /// The runs, and what is open of them.
    Jobs(JobsPlace),
    /// The records of all runs, and the one that is open.
    Records(RecordsPlace),
    /// Incident triage: from a symptom to its likely cause.
    Triage(TriagePlace),
    /// What this API provides.
    Api,
    /// No view has this address; kept as it was asked for.
    NotFound(String),
}

impl Route {
    /// The view at an address: a path below the application's root, with or
    /// without a leading slash, and an optional query. A fragment is ignored.
    pub fn parse(address: &str) -> Self {
        let bare = address.split('#').next().unwrap_or_default();
        let (path, query) = bare.split_once('?').unwrap_or((bare, ""));
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        let segments: Vec<&str> = path.split('/').collect();
        let names = |text: &str| is_segment(&decoded(text));
        match *segments {
            [""] | ["campaigns"] => Self::Campaigns(CampaignQuery::from_query(query)),
            ["campaigns", id] if names(id) => Self::campaign(id, None, query),
            ["campaigns", id, "tasks", task] if names(id) && names(task) => {
                Self::campaign(id, Some(task), query)
            }
            ["jobs", ref inside @ ..] => match JobsPlace::of_path(inside, query) {
                Some(place) => Self::Jobs(place),
                None => Self::NotFound(address.to_owned()),
            },
            ["records"] => Self::records(None, query),
            ["records", id] if names(id) => Self::records(Some(id), query),
            ["live"] => Self::Live,
            // Written in another way: where addresses are paths, this one is often the API's own.
            ["this-api" | "api"] => Self::Api,
            ["triage"] => Self::Triage(TriagePlace::from_query(query)),
            ["calls"] => Self::Calls(CallQuery::from_query(query)),
            _ => Self::NotFound(address.to_owned()),
        }
    }

    /// The address of the view, with a leading slash; unknown addresses are
    /// given back as they were.
    pub fn format(&self) -> String {
        match self {
            Self::Campaigns(query) => with_query("/campaigns", &query.to_query()),
            Self::Campaign { id, tasks, open } => {
                let campaign = ["/campaigns/", &segment(&id.0)].concat();
                let path = match open {
                    Some(task) => [&*campaign, "/tasks/", &segment(&task.0)].concat(),
                    None => campaign,
                };
                with_query(&path, &tasks.to_query())
            }
            Self::Calls(query) => with_query("/calls", &query.to_query()),
            Self::Jobs(place) => with_query(&place.path(), &place.query),
            Self::Records(place) => {
                let open = place.open.as_deref();
                let open = open.map(|id| ["/records/", &segment(id)].concat());
                let path = open.as_deref().unwrap_or("/records");
                with_query(path, &place.query)
            }
            Self::Live => "/live".to_owned(),
            Self::Api => "/this-api".to_owned(),
            Self::Triage(place) => with_query("/triage", &place.to_query()),
            Self::NotFound(address) => address.clone(),
        }
    }

    /// The campaign's page with its tasks as they come.
    pub fn to_campaign(id: CampaignId) -> Self {
        Self::Campaign {
            id,
            tasks: TaskQuery::default(),
            open: None,
        }
    }

    /// The campaign's page with one task's drawer open.
    pub fn to_task(campaign: CampaignId, task: TaskId) -> Self {
        Self::Campaign {
            id: campaign,
            tasks: TaskQuery::default(),
            open: Some(task),
        }
    }

    /// The records that a query lists.
    pub fn to_records(query: &RecordQuery) -> Self {
        Self::Records(RecordsPlace::of(query))
    }

    fn records(open: Option<&str>, query: &str) -> Self {
        Self::Records(RecordsPlace {
            open: open.map(decoded),
            query: query.to_owned(),
        })
    }

    fn campaign(id: &str, task: Option<&str>, query: &str) -> Self {
        Self::Campaign {
            id: CampaignId(decoded(id)),
            tasks: TaskQuery::from_query(query),
            open: task.map(|task| TaskId(decoded(task))),
        }
    }
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        [path, "?", query].concat()
    }
}

#[cfg(test)]
mod call_tests;
#[cfg(test)]
mod job_tests;
#[cfg(test)]
mod records_tests;
#[cfg(test)]
mod tests;
