//! Parts of the API that are made to fail until the demo is reset.

use super::kind::Kind;
use super::sentinel::{Sentinel, asked_for};
use axum::http::{Method, Uri};
use std::sync::{Arc, Mutex, PoisonError};

/// A 200 with an error inside: foreign APIs alone have that.
const INSIDE: &str = "fault-inside";

/// Paths below the API with the way in which everything under them fails.
#[derive(Clone, Debug, Default)]
pub struct Outages(Arc<Mutex<Vec<Outage>>>);

#[derive(Clone, Debug)]
struct Outage {
    path: String,
    /// Such as `fault-503` or `flaky-cut`.
    kind: String,
}

impl Outages {
    /// Makes everything under a path fail. False when there is no such kind.
    pub fn begin(&self, path: &str, kind: &str) -> bool {
        let is_known = kind == INSIDE || asked_for(kind).is_some();
        if is_known {
            let outage = Outage {
                path: path.trim_end_matches('/').to_owned(),
                kind: kind.to_owned(),
            };
            self.with(|outages| outages.push(outage));
        }
        is_known
    }

    /// Ends all of them.
    pub fn end(&self) {
        self.with(Vec::clear);
    }

    /// The failure that a request runs into, if any; the latest that was begun counts.
    pub fn of(&self, method: &Method, uri: &Uri) -> Option<Sentinel> {
        let inner = uri.path().strip_prefix("/api").unwrap_or(uri.path());
        Sentinel::everywhere(&self.at(inner)?, method, uri)
    }

    /// How an address of a foreign API fails, if it does: `Some(None)` for a 200 with an error inside.
    pub fn kind_at(&self, path: &str) -> Option<Option<Kind>> {
        let kind = self.at(path)?;
        Some(asked_for(&kind).map(|(_, kind)| kind))
    }

    fn at(&self, path: &str) -> Option<String> {
        self.with(|outages| {
            let met = outages.iter().rev().find(|outage| outage.covers(path));
            met.map(|outage| outage.kind.clone())
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Vec<Outage>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Outage {
    fn covers(&self, path: &str) -> bool {
        path.strip_prefix(&self.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn everything_under_the_path_fails_and_nothing_beside_it() {
        let outages = Outages::default();
        assert!(!outages.begin("/live", "fault-unheard"));
        assert!(outages.begin("/live/calls", "fault-503"));
        assert!(outages.begin("/jobs/", "fault-cut"));
        let of = |path: &str| outages.of(&Method::GET, &path.parse().unwrap());
        assert_eq!(of("/api/live/calls?x=1").unwrap().kind.word(), "503");
        assert_eq!(of("/jobs/job_77ae0").unwrap().kind.word(), "cut");
        assert_eq!(of("/jobs/job_77ae0").unwrap().place.schema(), "JobDetail");
        for beside in ["/live/callsigns", "/live", "/records"] {
            assert!(of(beside).is_none(), "{beside}");
        }
        outages.end();
        assert!(of("/live/calls").is_none());
    }
}
