//! What is concluded from which evidence.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use serde_json::{Value, json};

mod absent;
mod causes;
mod doubts;
mod given;
mod hostile;
mod incidents;
mod ladder;
mod movement;
mod split;
mod told;
mod unreported;
mod update;

/// Evidence under construction, as of 14:32:08 on 12 Nov 2026 in Chicago.
#[derive(Default)]
struct Given {
    campaign: Option<Snapshot>,
    job: Option<Value>,
    failures: Option<Value>,
    duplicates: Option<Value>,
    retry: Option<Value>,
    /// Why it is not known whether there is one.
    retries_unread: Option<&'static str>,
    history: Option<History>,
}

impl Given {
    fn assess(&self, symptom: Option<Symptom>) -> Assessment {
        fn read<T: crate::domain::json::FromJson>(json: &Option<Value>) -> Option<T> {
            json.as_ref().map(|json| decode(&json.to_string()).unwrap())
        }
        fn known<'a, T>(value: &'a Option<T>, why: &str) -> Known<&'a T> {
            value
                .as_ref()
                .map_or(Known::Unknown(why.to_owned()), Known::Read)
        }
        let (job, retry) = (read::<JobDetail>(&self.job), read::<Retry>(&self.retry));
        let failures = read::<FailureReport>(&self.failures);
        let duplicates = read::<DuplicateReport>(&self.duplicates);
        let now = self
            .campaign
            .as_ref()
            .and_then(|snapshot| snapshot.captured_at.ms);
        mock::at(now.unwrap_or(1_794_515_528_000), |formats| {
            let evidence = Evidence {
                campaign: self.campaign.as_ref().map(Known::Read),
                history: self.history.as_ref(),
                job: job.as_ref().map(Known::Read),
                failures: known(&failures, "The API does not report failures."),
                duplicates: known(&duplicates, "The API does not report duplicates."),
                retry: match self.retries_unread {
                    Some(why) => Known::Unknown(why.to_owned()),
                    None => Known::Read(retry.as_ref()),
                },
                formats,
            };
            assess(&evidence, symptom)
        })
    }
}

/// One line a check: "permits pass | Permits are not the limit | … | 46 free".
fn lines(assessment: &Assessment) -> Vec<String> {
    let checks = assessment.groups.iter().flat_map(|group| &group.checks);
    let line = |check: &Check| {
        let head = [check.id.code(), " ", check.state.code()].concat();
        [
            head,
            check.title.clone(),
            check.evidence.clone(),
            check.figure.clone(),
        ]
        .join(" | ")
    };
    checks.map(line).collect()
}

/// "status pass, counters_moving fail, …".
fn states(assessment: &Assessment) -> String {
    let checks = assessment.groups.iter().flat_map(|group| &group.checks);
    let state = |check: &Check| [check.id.code(), " ", check.state.code()].concat();
    checks.map(state).collect::<Vec<_>>().join(", ")
}
