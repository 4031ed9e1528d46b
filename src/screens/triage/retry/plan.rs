//! What the card knows: what may be chosen, what is chosen, and the retry that
//! came of it.

use crate::domain::canary::state::RetryState;
use crate::domain::canary::{LARGEST_SAMPLE, RELEASE, STOP, Verdict, is_finished, verdict};
use crate::domain::counts::sum;
use crate::domain::targeted_retry::{Retry, RetrySelection};
use crate::domain::triage::{Strategy, StrategyRow};
use crate::screens::triage::Triage;
use crate::state::navigation::Entry;
use crate::state::retrying::Retrying;
use crate::ui::Announcer;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the card is about.
#[derive(Clone, Copy)]
pub struct Plan {
    /// The incident.
    pub triage: Triage,
    /// Its retries.
    pub retrying: Retrying,
    /// Which failures are worth another attempt.
    pub strategy: Memo<Strategy>,
    /// The task or record that is retried by itself.
    pub record: Memo<Option<String>>,
    /// The kinds of failure that are left out by choice, by their filter.
    pub off: RwSignal<BTreeSet<String>>,
    /// What would be retried, or why that cannot be asked for.
    pub selection: Memo<Result<RetrySelection, String>>,
    /// Contacts that go first.
    pub size: RwSignal<i64>,
    /// What the sample on screen says about the rest.
    pub verdict: Memo<Option<Verdict>>,
    /// Whether the dry run is open.
    pub rehearsal: RwSignal<bool>,
    /// The action that is to be confirmed.
    pub confirming: RwSignal<Option<Step>>,
}

/// What is done to a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The rest goes.
    Release,
    /// Nothing more goes.
    Stop,
}

impl Step {
    /// Its name on the wire.
    pub fn action(self) -> &'static str {
        match self {
            Self::Release => RELEASE,
            Self::Stop => STOP,
        }
    }
}

impl Plan {
    /// For the card of an incident.
    pub fn open(triage: Triage) -> Self {
        let place = triage.place;
        let named = Memo::new(move |_| place.with(|place| place.retry.clone()));
        let record = Memo::new(move |_| place.with(|place| place.record.clone()));
        let scope = Memo::new(move |_| Some(triage.scope.get_value()));
        let retrying = Retrying::open(triage.session, scope, named);
        let strategy = Memo::new(move |_| triage.assessment.with(|seen| seen.strategy.clone()));
        let off = RwSignal::new(BTreeSet::new());
        let selection = Memo::new(move |_| {
            let scope = triage.scope.get_value();
            if let Some(id) = record.get() {
                return Ok(RetrySelection::of_ids(&scope, vec![id]));
            }
            strategy.with(|strategy| {
                let rows = chosen(strategy, &off.get());
                let filter = strategy
                    .filter_of(&rows)
                    .ok_or_else(|| why_none(strategy, &rows))?;
                Ok(RetrySelection::of_filter(&scope, filter))
            })
        });
        let verdict = Memo::new(move |_| {
            let retry = retrying.retry()?;
            Some(triage.write(|formats| verdict(&retry, formats)))
        });
        let plan = Self {
            triage,
            retrying,
            strategy,
            record,
            off,
            selection,
            size: RwSignal::new(LARGEST_SAMPLE),
            verdict,
            rehearsal: RwSignal::new(false),
            confirming: RwSignal::new(None),
        };
        Effect::new(move |_| triage.retry.set(retrying.known()));
        plan.name_in_address();
        plan.announce();
        plan
    }

    /// Contacts that are chosen, where their number is told. Tracked.
    pub fn chosen_contacts(self) -> Option<i64> {
        if self.record.with(Option::is_some) {
            return Some(1);
        }
        let off = self.off.get();
        self.strategy.with(|strategy| {
            strategy.retry_contacts?;
            let contacts = chosen(strategy, &off).into_iter().map(|row| row.contacts);
            Some(sum(contacts))
        })
    }

    /// Whether the retry on screen is not over. Tracked.
    pub fn is_running(self) -> bool {
        let shown = self.retrying.retry();
        shown.is_some_and(|retry| !is_finished(&retry))
    }

    /// A retry that is found running is named in the address: whoever opens it
    /// sees the same one, when it is over, too.
    fn name_in_address(self) {
        let id = self.retrying.id;
        let place = self.triage.place;
        Effect::new(move |_| {
            let named = place.with(|place| place.retry.is_some());
            if let Some(id) = id.get().filter(|_| !named) {
                self.show(id, Entry::Replaced);
            }
        });
    }

    /// Names a retry in the address.
    pub fn show(self, id: String, entry: Entry) {
        self.triage
            .choose(|place| place.with_retry(Some(id)), entry);
    }

    /// Says what becomes of the retry, and not what each dispatch comes to.
    fn announce(self) {
        let announcer = expect_context::<Announcer>();
        let stands = Memo::new(move |_| {
            let retry = self.retrying.retry()?;
            let words = match self.verdict.get()? {
                Verdict::Sampling { .. } => String::new(),
                Verdict::Passed { .. } => "The rest may be retried.".to_owned(),
                Verdict::Failed { why } | Verdict::Over { why } | Verdict::Shut { why } => why,
            };
            let state = RetryState::from_wire(&retry.state);
            Some((retry.id.clone(), [&*state.label(), ". ", &words].concat()))
        });
        Effect::new(move |before: Option<Option<(String, String)>>| {
            let now = stands.get();
            if let (Some(Some((known, was))), Some((id, words))) = (before, &now)
                && known == *id
                && was != *words
            {
                announcer.say(words);
            }
            now
        });
    }
}

/// Whether a kind of failure can be asked for at all.
pub fn is_nameable(row: &StrategyRow) -> bool {
    !row.filter.is_empty()
}

/// The kinds of failure that are chosen.
fn chosen<'a>(strategy: &'a Strategy, off: &BTreeSet<String>) -> Vec<&'a StrategyRow> {
    let rows = strategy.retry.iter().filter(|row| is_nameable(row));
    rows.filter(|row| !off.contains(&row.filter.json()))
        .collect()
}

/// Why no filter says what is chosen.
fn why_none(strategy: &Strategy, rows: &[&StrategyRow]) -> String {
    if strategy.retry.is_empty() {
        return strategy.why.clone();
    }
    match rows.is_empty() {
        true => "No kind of failure is chosen. An empty choice would retry everything.",
        false => {
            "One retry cannot name exactly these kinds of failure. Choose fewer, and retry them \
             one after the other."
        }
    }
    .to_owned()
}

/// Contacts that a release would dial.
pub fn rest(retry: &Retry) -> Option<i64> {
    let counts = retry.counts.value()?;
    let rest = counts.rest.copied()?;
    rest.checked_sub(counts.skipped.copied().unwrap_or(0))
}
