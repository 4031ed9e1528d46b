//! A record's way through the steps of its spinner.

use serde_json::{Value, json};

use super::course::Fate;
use super::ending::Ending;
use super::job::{Job, Stage};
use super::record_row::seconds;
use super::spinner::{AI_LIMIT, Step};
use super::tally::Counts;
use super::{Jobs, instant};
use crate::ids;
use crate::problem::Problem;
use crate::random::Random;
use crate::zone::{Ms, Zone};

/// A step at an instant.
struct Passage {
    status: &'static str,
    outcome: Option<&'static str>,
    message: String,
    /// From and until when, in working time.
    from: Option<Ms>,
    until: Option<Ms>,
}

impl Jobs {
    /// The contract's `Journey`.
    pub fn journey(&self, id: &str, now: Ms) -> Result<Value, Problem> {
        let (job, index) = self.known_record(id)?;
        let work = job.work_of(index, now);
        let ending = match job.stage(index, work) {
            Stage::Done(ending) => Some(ending),
            _ => None,
        };
        let mut journey = json!({
            "record": self.record_row(job, index, now),
            "steps": steps(job, index, work),
            "captured_at": instant(Some(now)),
            "similar": ending.and_then(|ending| similar(job, index, ending, now)),
        });
        let output = ending.map(|ending| output(job, index, ending));
        crate::answer::put(&mut journey, "final_output", output);
        Ok(journey)
    }
}

fn steps(job: &Job, index: i64, work: Ms) -> Vec<Value> {
    let (start, will) = (job.start_of(index), job.ending(index));
    let is_over = job.ended.is_some() && !job.again.contains_key(&index);
    let work = if is_over { Ms::MAX } else { work };
    let instant_of = |at: Option<Ms>| instant(at.and_then(|at| job.instant_of(index, at)));
    let mut begun = start;
    let mut blocked = false;
    let course = job.course(index);
    let all = course.steps.iter().map(|(step, fate)| {
        let passage = passage(job, index, (*step, *fate), will, (begun, work), blocked);
        blocked |= matches!(fate, Fate::Waits);
        begun = begun.map(|begun| begun + fate.length());
        let length = passage
            .from
            .zip(passage.until)
            .map(|(from, until)| until - from);
        json!({
            "name": step.name(),
            "kind": step.kind(),
            "status": passage.status,
            "outcome": passage.outcome,
            "message": passage.message,
            "started_at": instant_of(passage.from),
            "ended_at": instant_of(passage.until),
            "duration_seconds": length.map(seconds),
            "limit_seconds": (*step == Step::Agent).then_some(AI_LIMIT / 1_000),
        })
    });
    all.collect()
}

fn passage(
    job: &Job,
    index: i64,
    (step, fate): (Step, Fate),
    will: Ending,
    (begun, work): (Option<Ms>, Ms),
    blocked: bool,
) -> Passage {
    let still = |status, message: &str| Passage {
        status,
        outcome: None,
        message: message.to_owned(),
        from: begun.filter(|_| matches!(status, "running" | "waiting")),
        until: None,
    };
    let Some(from) = begun.filter(|begun| *begun <= work && !blocked) else {
        return match begun {
            None => still("skipped", "Not run: the run ended before"),
            Some(_) => still("pending", "Not reached yet"),
        };
    };
    match fate {
        Fate::PassedOver if will == Ending::NoAnswer => {
            still("skipped", "Not run: nobody answered")
        }
        Fate::PassedOver if will == Ending::Dropped => {
            still("skipped", "Not run: another run had delivered it")
        }
        Fate::PassedOver => still("skipped", "Not run: the step before it failed"),
        Fate::Waits if step == Step::Approval => still("waiting", "Requested from M. Osei"),
        Fate::Waits => still("waiting", "Asked the policy system; no answer yet"),
        Fate::Ends(length) | Fate::Fails(length) if from + length > work => {
            still("running", running(step))
        }
        Fate::Ends(length) => {
            let (outcome, message) = ended(job, index, step, will);
            Passage {
                status: "ok",
                outcome: Some(outcome),
                message,
                from: Some(from),
                until: Some(from + length),
            }
        }
        Fate::Fails(length) => Passage {
            status: "failed",
            outcome: will.wire(),
            message: will.message().unwrap_or_default().to_owned(),
            from: Some(from),
            until: Some(from + length),
        },
    }
}

const fn running(step: Step) -> &'static str {
    match step {
        Step::Call => "Ringing",
        Step::Agent => "In conversation",
        _ => "At work",
    }
}

/// How a step ended that went well, and what is said of it.
fn ended(job: &Job, index: i64, step: Step, will: Ending) -> (&'static str, String) {
    let mut random = Random::new(job.seed, (job.first_row + index) as u64 ^ 0xF1E1D);
    match (step, will) {
        (Step::Load, _) => {
            let again = job.again.get(&index);
            let reason = again.and_then(|again| again.reason.as_deref());
            let reason = reason.map(|reason| format!(", again: {reason}"));
            let reason = reason.unwrap_or_default();
            ("ok", format!("Contact and metadata read{reason}"))
        }
        (Step::Enrich, _) => {
            let fields = random.between(6, 19);
            ("ok", format!("CRM returned {fields} fields"))
        }
        (Step::ClaimStatus, _) => ("ok", String::from("The policy system answered: open")),
        (Step::Approval, _) => ("ok", String::from("Approved by M. Osei for this script")),
        (Step::Call, Ending::NoAnswer) => ("no_answer", String::from("Rang for 30 s, SIP 480")),
        (Step::Call, Ending::Voicemail) => {
            ("voicemail", String::from("Answered by a machine, SIP 200"))
        }
        (Step::Call, _) => ("answered", String::from("Answered by a person, SIP 200")),
        (Step::Agent, Ending::Voicemail) => ("message_left", String::from("Left a message")),
        (Step::Agent, Ending::Scored) => ("scored", String::from("Scored by the model")),
        (Step::Agent, _) => {
            let turns = random.between(4, 22);
            ("ok", format!("Conversation of {turns} turns"))
        }
        (Step::Write, _) => ("ok", String::from("Outcome written to the CRM")),
    }
}

/// The others of the run that failed the same way so far.
fn similar(job: &Job, index: i64, ending: Ending, now: Ms) -> Option<Value> {
    let others = Counts::of(job, now).with(ending) - 1;
    if ending.status() != "failed" || others < 1 {
        return None;
    }
    let is_other = |other: &i64| *other != index && job.ending(*other) == ending;
    let first = (0..job.total).find(is_other)?;
    let at = job.instant_of(first, job.start_of(first)?)?;
    let since = Zone::Chicago.clock(at);
    Some(json!({"count": others, "text": format!("failed the same way, all from {since} on")}))
}

/// What the run left of a record.
fn output(job: &Job, index: i64, ending: Ending) -> Value {
    let record = ids::record(job.first_row + index);
    if ending.status() != "failed" {
        return json!({"record": record, "outcome": ending.wire(), "error": null});
    }
    let mut error = json!({"step": ending.failed_step(), "code": ending.wire()});
    let limit = (ending == Ending::AiTimeout).then_some(json!(AI_LIMIT));
    crate::answer::put(&mut error, "limit_ms", limit);
    json!({"record": record, "outcome": null, "error": error})
}
