//! Recognizing a sentinel in a request's address.

use super::called::{called_id, of_stand_in};
use super::contract::schema_of;
use super::kind::Kind;
use super::runs::asked_of_runs;
use axum::extract::Query;
use axum::http::uri::PathAndQuery;
use axum::http::{Method, Uri};

/// The campaign whose answers stand behind every sentinel.
pub const STAND_IN: &str = "cmp_8f3k2q";

/// When a sentinel fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Every request.
    Always,
    /// Every second reading; actions are good.
    Alternating,
    /// Actions only.
    ActionsOnly,
}

/// What of the contract is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list of campaigns, searched for the sentinel's id.
    Campaigns,
    /// A campaign's snapshot.
    Snapshot,
    /// A page of tasks.
    Tasks,
    /// One task with its events.
    TaskDebug,
    /// A page of the number pool.
    Numbers,
    /// The call log, filtered by the sentinel as its campaign or searched for it.
    Calls,
    /// A campaign's attempt report.
    Report,
    /// An action, by its name.
    Action(String),
    /// Anything else, by the schema of its answer; empty where the contract has none.
    Other(&'static str),
}

impl Place {
    /// The schema of the contract that a good answer follows.
    pub const fn schema(&self) -> &'static str {
        match self {
            Self::Campaigns => "CampaignPage",
            Self::Snapshot => "Snapshot",
            Self::Tasks => "TaskPage",
            Self::TaskDebug => "TaskDebug",
            Self::Numbers => "NumberPage",
            Self::Calls => "CallPage",
            // A file has none.
            Self::Report => "",
            Self::Action(_) => "ActionResult",
            Self::Other(schema) => schema,
        }
    }
}

/// A request that asks for a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentinel {
    /// The id as asked for, tag included.
    pub id: String,
    /// When it fails.
    pub mode: Mode,
    /// How it fails.
    pub kind: Kind,
    /// What is asked for.
    pub place: Place,
    /// The path as asked for, without the prefix.
    pub asked: String,
    /// Whether the good answer is that of the very address, which has no id to put back.
    pub is_its_own: bool,
    /// The same request for [`STAND_IN`], or for the whole list.
    pub good_uri: Uri,
}

impl Sentinel {
    /// Reads a sentinel from an address with or without the `/api` prefix.
    /// `None` for everything that is not one, misspelled kinds included.
    pub fn of(uri: &Uri) -> Option<Self> {
        let inner = uri.path().strip_prefix("/api").unwrap_or(uri.path());
        let segments: Vec<&str> = inner.split('/').skip(1).collect();
        let (id, place, good_uri) = match segments.as_slice() {
            ["campaigns"] => (searched_id(uri)?, Place::Campaigns, without_search(uri)?),
            ["calls"] => (called_id(uri)?, Place::Calls, of_stand_in(uri)?),
            ["campaigns", id, rest @ ..] => (decoded(id), place(rest)?, with_stand_in(uri, id)?),
            segments => asked_of_runs(uri, segments)?,
        };
        let (mode, kind) = asked_for(&id)?;
        Some(Self {
            id,
            mode,
            kind,
            place,
            asked: inner.to_owned(),
            is_its_own: false,
            good_uri,
        })
    }

    /// What is asked for, in a sentence.
    pub fn noun(&self) -> &'static str {
        match self.place {
            Place::Other("JobPage") => "project",
            Place::Other("JobDetail" | "RecordPage") => "job",
            Place::Other("FailureReport" | "DuplicateReport" | "RetryPage")
                if self
                    .good_uri
                    .query()
                    .is_some_and(|query| query.starts_with("job=")) =>
            {
                "job"
            }
            Place::Other("Retry" | "RetryPreview") => "retry",
            Place::Other("RecordDetail" | "Journey" | "ActionResult") => "record",
            Place::Other("SpinnerPage" | "RunResult") => "spinner",
            _ => "campaign",
        }
    }

    /// A failure that any address can run into: its good answer is its own.
    pub fn everywhere(id: &str, method: &Method, uri: &Uri) -> Option<Self> {
        let inner = uri.path().strip_prefix("/api").unwrap_or(uri.path());
        let segments: Vec<&str> = inner.split('/').skip(1).collect();
        let known = match segments.as_slice() {
            ["campaigns"] => Some(Place::Campaigns),
            ["calls"] => Some(Place::Calls),
            ["campaigns", _, rest @ ..] => place(rest),
            _ => None,
        };
        let (mode, kind) = asked_for(id)?;
        Some(Self {
            id: id.to_owned(),
            mode,
            kind,
            place: known
                .unwrap_or_else(|| Place::Other(schema_of(method, inner).unwrap_or_default())),
            asked: inner.to_owned(),
            is_its_own: true,
            good_uri: uri.clone(),
        })
    }
}

pub(super) fn asked_for(id: &str) -> Option<(Mode, Kind)> {
    let (mode, kind) = id.split_once('-')?;
    let mode = match mode {
        "fault" => Mode::Always,
        "flaky" => Mode::Alternating,
        "refuse" => Mode::ActionsOnly,
        _ => return None,
    };
    let word = kind.split('~').next()?;
    Some((mode, Kind::named(word)?))
}

fn place(rest: &[&str]) -> Option<Place> {
    match rest {
        ["snapshot"] => Some(Place::Snapshot),
        ["tasks"] => Some(Place::Tasks),
        ["tasks", _] => Some(Place::TaskDebug),
        ["numbers"] => Some(Place::Numbers),
        ["attempt-report"] => Some(Place::Report),
        ["actions", name] => Some(Place::Action((*name).to_owned())),
        _ => None,
    }
}

/// Of everything an id here can hold, clients encode the tilde alone.
pub(super) fn decoded(segment: &str) -> String {
    segment.replace("%7E", "~").replace("%7e", "~")
}

fn searched_id(uri: &Uri) -> Option<String> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(uri).ok()?;
    pairs
        .into_iter()
        .find_map(|(key, value)| (key == "q").then_some(value))
}

fn without_search(uri: &Uri) -> Option<Uri> {
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("q="))
        .collect();
    let query = if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    };
    at(uri, &format!("{}{query}", uri.path()))
}

fn with_stand_in(uri: &Uri, id: &str) -> Option<Uri> {
    let asked = uri.path_and_query().map(PathAndQuery::as_str)?;
    let sentinel = format!("/campaigns/{id}/");
    let good = format!("/campaigns/{STAND_IN}/");
    at(uri, &asked.replacen(&sentinel, &good, 1))
}

pub(super) fn at(uri: &Uri, path_and_query: &str) -> Option<Uri> {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path_and_query.parse().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn of(address: &str) -> Option<Sentinel> {
        Sentinel::of(&address.parse().unwrap())
    }

    #[test]
    fn every_place_is_recognized_with_and_without_the_prefix() {
        for prefix in ["", "/api"] {
            let asked =
                |rest: &str| of(&format!("{prefix}/campaigns/fault-503/{rest}")).map(|s| s.place);
            assert_eq!(asked("snapshot"), Some(Place::Snapshot));
            assert_eq!(asked("tasks"), Some(Place::Tasks));
            assert_eq!(asked("tasks/t%2F9"), Some(Place::TaskDebug));
            assert_eq!(asked("numbers"), Some(Place::Numbers));
            assert_eq!(
                asked("actions/pause"),
                Some(Place::Action("pause".to_owned()))
            );
            assert_eq!(asked("attempt-report"), Some(Place::Report));
            assert_eq!(asked("nowhere"), None);
        }
    }

    #[test]
    fn the_good_address_keeps_prefix_rest_and_query() {
        let sentinel = of("/api/campaigns/flaky-cut%7Ea1/tasks?size=5&q=flaky-cut").unwrap();
        assert_eq!(sentinel.id, "flaky-cut~a1");
        assert_eq!(
            (sentinel.mode, sentinel.kind),
            (Mode::Alternating, Kind::Cut)
        );
        assert_eq!(
            sentinel.good_uri.to_string(),
            "/api/campaigns/cmp_8f3k2q/tasks?size=5&q=flaky-cut"
        );
    }

    #[test]
    fn a_search_of_the_list_is_a_sentinel_and_its_good_address_has_no_search() {
        let sentinel = of("/campaigns?status=paused&q=fault-502html&size=10").unwrap();
        assert_eq!(
            (sentinel.kind, sentinel.place),
            (Kind::BadGatewayPage, Place::Campaigns)
        );
        assert_eq!(
            sentinel.good_uri.to_string(),
            "/campaigns?status=paused&size=10"
        );
        assert_eq!(of("/campaigns?q=fault-50"), None, "half-typed");
        assert_eq!(of("/campaigns"), None);
    }

    #[test]
    fn other_campaigns_are_left_alone() {
        assert_eq!(of("/api/campaigns/cmp_8f3k2q/snapshot"), None);
        assert_eq!(of("/api/campaigns/fault-unheard/snapshot"), None);
        assert_eq!(of("/api/capabilities"), None);
    }
}
