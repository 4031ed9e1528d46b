//! Every reader of the contract's answers, and of refusals.

use super::{Came, hold, sign};
use ringside::api::auth::Auth;
use ringside::api::decode::decode;
use ringside::api::problem::Refusal;
use ringside::domain::action::ActionResult;
use ringside::domain::call::CallPage;
use ringside::domain::campaign::CampaignPage;
use ringside::domain::capabilities::Capabilities;
use ringside::domain::duplicate_report::DuplicateReport;
use ringside::domain::failure_report::FailureReport;
use ringside::domain::found::FindResults;
use ringside::domain::job::{JobDetail, JobPage};
use ringside::domain::journey::Journey;
use ringside::domain::json::{Document, FromJson};
use ringside::domain::json_text::indented;
use ringside::domain::live_ops::{
    LiveCallbacks, LiveCalls, LiveCampaigns, LiveCredits, LiveJobs, LiveRuntime, LiveStates,
};
use ringside::domain::number::NumberPage;
use ringside::domain::record::{RecordDetail, RecordPage};
use ringside::domain::snapshot::Snapshot;
use ringside::domain::spinner::{RunResult, SpinnerPage};
use ringside::domain::targeted_retry::{Retry, RetryPage, RetryPreview, RetrySelection};
use ringside::domain::task::{TaskDebug, TaskPage};
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::hash::Hash;

/// Levels that a text may be nested.
const DEEPEST: usize = 128;

type Reader = (&'static str, fn(&[u8]) -> Came);

const READERS: [Reader; 29] = [
    ("Capabilities", read::<Capabilities>),
    ("CampaignPage", read::<CampaignPage>),
    ("Snapshot", read::<Snapshot>),
    ("TaskPage", read::<TaskPage>),
    ("TaskDebug", read::<TaskDebug>),
    ("NumberPage", read::<NumberPage>),
    ("CallPage", read::<CallPage>),
    ("FindResults", read::<FindResults>),
    ("ActionResult", read::<ActionResult>),
    ("LiveCampaigns", read::<LiveCampaigns>),
    ("LiveCalls", read::<LiveCalls>),
    ("LiveJobs", read::<LiveJobs>),
    ("LiveCallbacks", read::<LiveCallbacks>),
    ("LiveCredits", read::<LiveCredits>),
    ("LiveRuntime", read::<LiveRuntime>),
    ("LiveStates", read::<LiveStates>),
    ("JobPage", read::<JobPage>),
    ("JobDetail", read::<JobDetail>),
    ("RecordPage", read::<RecordPage>),
    ("RecordDetail", read::<RecordDetail>),
    ("Journey", read::<Journey>),
    ("SpinnerPage", read::<SpinnerPage>),
    ("RunResult", read::<RunResult>),
    ("FailureReport", read::<FailureReport>),
    ("DuplicateReport", read::<DuplicateReport>),
    ("RetryPage", read::<RetryPage>),
    ("RetryPreview", read::<RetryPreview>),
    ("RetrySelection", read::<RetrySelection>),
    ("Retry", read::<Retry>),
];

pub fn run(input: &[u8]) -> Came {
    let mut came = Vec::new();
    for (name, reader) in READERS {
        came.push(reader(input).map_err(|wrong| format!("{name}: {wrong}"))?);
    }
    came.push(is_json(input)?);
    came.push(refusal(input)?);
    Ok(sign(came))
}

/// Reads an answer: twice the same, and what does not fit is named.
fn read<T: FromJson + PartialEq>(input: &[u8]) -> Came {
    let first = decode::<T>(input);
    let is_same = match (&first, &decode::<T>(input)) {
        (Ok(one), Ok(other)) => one == other,
        (Err(one), Err(other)) => one == other,
        _ => false,
    };
    hold(is_same, || "it reads differently each time".to_owned())?;
    match first {
        Ok(_) => Ok(1),
        Err(trouble) => {
            hold(!trouble.expected.is_empty(), || {
                format!("nothing is said of {}", trouble.path)
            })?;
            let place: String = trouble
                .path
                .chars()
                .filter(|c| !c.is_ascii_digit())
                .take(60)
                .collect();
            Ok(sign((place, trouble.expected.len())))
        }
    }
}

/// What is JSON is what another reader takes for it, but for what is nested too deep.
fn is_json(input: &[u8]) -> Came {
    let Ok(text) = std::str::from_utf8(input) else {
        return Ok(0);
    };
    let here = Document::parse(text);
    let there = serde_json::from_str::<&RawValue>(text);
    let is_deep = here
        .as_ref()
        .is_err_and(|trouble| trouble.expected.contains(&DEEPEST.to_string()))
        || there
            .as_ref()
            .is_err_and(|error| error.to_string().contains("recursion"));
    hold(here.is_ok() == there.is_ok() || is_deep, || {
        format!("{here:?} where another reader says {there:?}")
    })?;
    if let Ok(document) = &here {
        let pretty = indented(text);
        let again = Document::parse(&pretty).map(|document| document.root().kind());
        hold(again == Ok(document.root().kind()), || {
            format!("it is no JSON any more when it is indented: {pretty}")
        })?;
        let auth = Auth::of_text(text);
        return Ok(sign((
            auth.asks_operator(),
            auth.holds_secret(),
            auth.can_sign_out(),
        )));
    }
    Ok(2)
}

/// What an API says as it refuses becomes words of a length that fits the screen.
fn refusal(input: &[u8]) -> Came {
    let mut kinds = HashSet::new();
    for status in [400, 401, 403, 404, 409, 422, 429, 500, 503] {
        let head: String = String::from_utf8_lossy(input).chars().take(40).collect();
        let refusal = Refusal {
            status,
            request_id: None,
            retry_after: Some(head),
            body: input,
            now: 1_795_165_200_000,
        };
        let error = refusal.into_error();
        let said = error.to_string();
        hold(!said.is_empty() && said.chars().count() < 700, || {
            format!("{status}: {said}")
        })?;
        kinds.insert((
            status,
            error.message().is_some(),
            error.retry_after().is_some(),
            error.code.is_some(),
            error.request_id.is_some(),
        ));
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_unstable();
    Ok(sign(kinds.iter().map(hash_of).collect::<Vec<_>>()))
}

fn hash_of(kind: &impl Hash) -> u64 {
    sign(kind)
}
