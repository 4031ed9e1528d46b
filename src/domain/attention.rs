//! What needs a person, most urgent first. One rule finds one kind of trouble;
//! it reads the cards of Live Ops, and nothing else.

use super::format::Formats;
use super::job::Job;
use super::live_ops::{CardKind, Cards, Past};
use super::moment::when;
use super::route::{Route, TriagePlace};
use super::severity::Severity;
use super::timestamp::Timestamp;
use std::collections::BTreeSet;

mod answer_rate;
mod callbacks;
mod campaign_failed;
mod campaign_limited;
mod campaign_paused;
pub mod credits;
mod job_failed;
mod job_partly_failed;
mod job_stalled;
mod job_waiting;
mod link;
mod overdue_tasks;
pub mod plan;
mod runtime_down;

pub use job_stalled::stalled;
pub use link::Link;

/// What a rule may look at.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The last good answer of each card.
    pub cards: &'a Cards,
    /// How figures and moments are written, as of the youngest card.
    pub formats: &'a Formats<'a>,
}

/// One thing that needs a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name in code: the same trouble keeps it, however its figures change.
    pub key: String,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in a sentence without its full stop.
    pub sentence: String,
    /// The figures behind it, in sentences.
    pub evidence: String,
    /// Since when, as far as the API tells.
    pub since: Option<Timestamp>,
    /// Where to go for it.
    pub link: Link,
}

impl Entry {
    /// The way to its triage, where it is about one campaign or one run.
    pub fn triage(&self) -> Option<Link> {
        let place = TriagePlace::of_view(&self.link.route)?;
        Some(Link::new("Open triage", Route::Triage(place)))
    }

    fn standing(&self) -> (&str, &Severity) {
        (&self.key, &self.severity)
    }
}

/// "Payment reminder v7".
fn full_name(job: &Job) -> String {
    let version = job
        .version()
        .map_or_else(String::new, |version| [" ", &*version].concat());
    [job.name(), &version].concat()
}

/// One rule: what it checks, in words, which cards it reads, and what it finds.
#[derive(Clone, Copy)]
struct Rule {
    checks: &'static str,
    reads: &'static [CardKind],
    find: fn(&Look<'_>) -> Vec<Entry>,
}

/// Every rule, in the order in which they are told.
const RULES: [Rule; 13] = [
    campaign_paused::RULE,
    campaign_failed::RULE,
    campaign_limited::RULE,
    overdue_tasks::RULE,
    answer_rate::RULE,
    callbacks::RULE,
    runtime_down::RULE,
    job_stalled::RULE,
    job_failed::RULE,
    job_partly_failed::RULE,
    job_waiting::RULE,
    credits::RULE,
    plan::RULE,
];

/// Everything that needs a person, as of one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionList {
    /// The entries, most urgent first.
    pub entries: Vec<Entry>,
    /// What was checked, in words.
    pub checked: Vec<&'static str>,
    /// What could not be checked now, in words, with the card that failed.
    pub unchecked: Vec<(CardKind, &'static str)>,
    /// The cards that have neither answered nor failed so far.
    pub awaited: Vec<CardKind>,
    /// The moment, by the server's clock.
    pub at: Timestamp,
}

/// Applies every rule. `failing` are the cards whose last answer was an error:
/// what reads them is judged by older figures, and said not to be checked.
pub fn attention(look: &Look<'_>, failing: &[CardKind]) -> AttentionList {
    let is_awaited = |kind: &CardKind| !failing.contains(kind) && !look.cards.has(*kind);
    let mut list = AttentionList {
        entries: Vec::new(),
        checked: Vec::new(),
        unchecked: Vec::new(),
        awaited: CardKind::ALL.into_iter().filter(is_awaited).collect(),
        at: Timestamp::from_ms(look.formats.now),
    };
    for rule in RULES {
        let is_out = |kind: &&CardKind| failing.contains(kind) || !look.cards.has(**kind);
        match rule.reads.iter().find(is_out) {
            Some(card) => list.unchecked.push((*card, rule.checks)),
            None => list.checked.push(rule.checks),
        }
        list.entries.extend((rule.find)(look));
    }
    list.entries.sort_by(|a, b| rank(a).cmp(&rank(b)));
    list
}

/// Severity, then the youngest trouble, then the name.
fn rank(entry: &Entry) -> (&Severity, std::cmp::Reverse<Option<i64>>, &str) {
    let since = entry.since.as_ref().and_then(|since| since.ms);
    (&entry.severity, std::cmp::Reverse(since), &entry.sentence)
}

impl AttentionList {
    /// How many entries came, went or changed their severity from this list to
    /// the `fresh` one.
    pub fn changes(&self, fresh: &Self) -> usize {
        // By sets: thousands of entries, each sought among thousands, take seconds.
        let before: BTreeSet<_> = self.entries.iter().map(Entry::standing).collect();
        let now: BTreeSet<&str> = fresh.entries.iter().map(|entry| &*entry.key).collect();
        let came = |entry: &&Entry| !before.contains(&entry.standing());
        let went = |entry: &&Entry| !now.contains(&*entry.key);
        let came = fresh.entries.iter().filter(came).count();
        came + self.entries.iter().filter(went).count()
    }
}

/// "since 14:20 CST, 12 min"; for what the API gives no time for, since when
/// this session has seen it: "seen 14:20 CST, 12 min".
pub fn since(entry: &Entry, past: &Past, formats: &Formats<'_>) -> String {
    let seen = || past.first_seen(&entry.key).map(Timestamp::from_ms);
    let (word, at) = match (&entry.since, seen()) {
        (Some(at), _) => ("since ", at.clone()),
        (None, Some(at)) => ("seen ", at),
        (None, None) => return String::new(),
    };
    let age = at
        .ms
        .map(|ms| formats.now.saturating_sub(ms) as f64 / 1000.0);
    let age = age.filter(|seconds| *seconds >= 1.0);
    let age = age.map_or_else(String::new, |seconds| {
        [", ", &*formats.wait_in_minutes(seconds)].concat()
    });
    [word, &*when(&at, formats), &age].concat()
}

/// What is known of the cards that could not be read: one sentence each.
pub fn unchecked_notes(list: &AttentionList, cards: &Cards, formats: &Formats<'_>) -> Vec<String> {
    let of = |kind: CardKind| {
        let checks: Vec<&str> = list
            .unchecked
            .iter()
            .filter(|(card, _)| *card == kind)
            .map(|(_, checks)| *checks)
            .collect();
        if checks.is_empty() {
            return None;
        }
        let how = match cards.read_at(kind) {
            Some(at) => ["Judged by figures of ", &*formats.clock_seconds(&at)].concat(),
            None => "Not checked".to_owned(),
        };
        let checks = checks.join(", ");
        if cards.absent.contains(&kind) {
            let why = ": not reported by this API. Not checked: ";
            return Some([kind.subject(), why, &checks, "."].concat());
        }
        let came = match list.awaited.contains(&kind) {
            true => ": no answer yet. ",
            false => " did not load. ",
        };
        Some([kind.subject(), came, &how, ": ", &checks, "."].concat())
    };
    CardKind::ALL.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
