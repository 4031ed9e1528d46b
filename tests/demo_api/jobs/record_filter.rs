//! Which records are asked for.

use std::cell::RefCell;

use super::contacts::{Contacts, PHONES, Person};
use super::ending::Ending;
use super::job::{Job, Stage};
use crate::asked::Asked;
use crate::ids;
use crate::people::folded;
use crate::task_list::mark;
use crate::zone::Ms;

/// Records that are asked for, as it was written.
#[derive(Debug, Default)]
pub struct Filter {
    pub job: Option<String>,
    pub project: Option<String>,
    query: Option<String>,
    statuses: Option<Vec<String>>,
    outcomes: Option<Vec<String>>,
    steps: Option<Vec<String>>,
    spinners: Option<Vec<String>>,
    contact: Option<String>,
    after: Option<Ms>,
    before: Option<Ms>,
}

/// What a query can mean.
struct Query {
    row: Option<i64>,
    contact: Option<(usize, i64)>,
    names: Vec<bool>,
    digits: Option<Digits>,
}

/// Digits to find in telephone numbers, with what is known of those already seen.
struct Digits {
    wanted: String,
    /// By [`Person::phone_place`].
    seen: RefCell<Vec<Option<bool>>>,
}

/// A filter, made ready to be held against many records.
pub struct Sieve<'a> {
    filter: &'a Filter,
    query: Option<Query>,
    contact: Option<Option<(usize, i64)>>,
    /// Endings that fit, by their place.
    endings: Vec<bool>,
}

impl Filter {
    pub fn read(asked: &mut Asked) -> Self {
        Self {
            job: asked.one("job", 120),
            project: asked.one("project", 120),
            query: asked.one("q", 200),
            statuses: asked.some("status", 60),
            outcomes: asked.some("outcome", 120),
            steps: asked.some("step", 120),
            spinners: asked.some("spinner", 120),
            contact: asked.one("contact", 120),
            after: asked.instant("after"),
            before: asked.instant("before"),
        }
    }

    /// A number that stands for the filters, so that a cursor is not used with others.
    pub fn mark(&self) -> u64 {
        let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
        let instant = |at: Option<Ms>| at.iter().map(Ms::to_string).collect::<Vec<_>>();
        mark(&[
            &one(&self.job),
            &one(&self.project),
            &one(&self.query.as_deref().map(|query| folded(query.trim()))),
            self.statuses.as_deref().unwrap_or_default(),
            self.outcomes.as_deref().unwrap_or_default(),
            self.steps.as_deref().unwrap_or_default(),
            self.spinners.as_deref().unwrap_or_default(),
            &one(&self.contact),
            &instant(self.after),
            &instant(self.before),
        ])
    }

    /// Whether a run is within what the filters are counted in.
    pub fn is_within(&self, job: &Job) -> bool {
        let project = job.spinner().project.id();
        self.job.as_ref().is_none_or(|id| *id == job.id)
            && self.project.as_ref().is_none_or(|id| id == project)
    }

    /// Whether records of a run can fit.
    pub fn takes(&self, job: &Job) -> bool {
        let id = job.spinner().id;
        let spinners = self.spinners.as_ref();
        self.is_within(job) && spinners.is_none_or(|ids| ids.iter().any(|one| one == id))
    }

    pub fn sieve<'a>(&'a self, contacts: &Contacts) -> Sieve<'a> {
        let is_among = |wanted: &Option<Vec<String>>, value: Option<&str>| {
            let values = wanted.as_ref();
            values.is_none_or(|values| values.iter().any(|one| Some(one.as_str()) == value))
        };
        let fits = |ending: Ending| {
            is_among(&self.statuses, Some(ending.status()))
                && is_among(&self.outcomes, ending.wire())
                && is_among(&self.steps, ending.failed_step())
        };
        let text = self.query.as_deref().map(str::trim);
        Sieve {
            filter: self,
            query: text
                .filter(|text| !text.is_empty())
                .map(|text| Query::of(text, contacts)),
            contact: self.contact.as_ref().map(|id| contacts.find(id)),
            endings: Ending::ALL.into_iter().map(fits).collect(),
        }
    }
}

impl Query {
    fn of(text: &str, contacts: &Contacts) -> Self {
        let id = text.to_lowercase();
        let is_number = text
            .chars()
            .all(|one| one.is_ascii_digit() || "+ -().".contains(one));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        Self {
            row: ids::record_row(&id),
            contact: contacts.find(&id),
            names: contacts.named(text),
            digits: (is_number && !digits.is_empty()).then(|| Digits {
                wanted: digits,
                seen: RefCell::new(vec![None; PHONES]),
            }),
        }
    }

    fn finds(&self, job: &Job, index: i64, person: &Person) -> bool {
        self.row == Some(job.first_row + index)
            || self.contact == Some((job.spinner, index))
            || self.names.get(person.name).is_some_and(|named| *named)
            || self
                .digits
                .as_ref()
                .is_some_and(|digits| digits.are_in(person))
    }
}

impl Digits {
    fn are_in(&self, person: &Person) -> bool {
        let are_in = || person.phone().contains(&self.wanted);
        let mut seen = self.seen.borrow_mut();
        let place = person.phone_place().and_then(|place| seen.get_mut(place));
        place.map_or_else(are_in, |known| *known.get_or_insert_with(are_in))
    }
}

impl Sieve<'_> {
    /// Whether records of every ending fit.
    pub fn takes_every_ending(&self) -> bool {
        self.endings.iter().all(|fits| *fits)
    }

    /// Whether every record fits, its stage apart.
    pub fn takes_each(&self) -> bool {
        self.query.is_none()
            && self.contact.is_none()
            && self.filter.after.is_none()
            && self.filter.before.is_none()
    }

    /// Whether records that have not begun, or have not ended, can fit.
    pub fn takes_status(&self, stage: Stage) -> bool {
        match stage {
            Stage::Done(ending) => self.endings.get(ending as usize).is_some_and(|fits| *fits),
            unfinished => {
                let statuses = self.filter.statuses.as_ref();
                self.filter.outcomes.is_none()
                    && self.filter.steps.is_none()
                    && statuses.is_none_or(|all| all.iter().any(|one| one == unfinished.status()))
            }
        }
    }

    /// Whether a record fits, its stage apart. `started` is the instant of its start.
    pub fn takes(&self, job: &Job, index: i64, started: Option<Ms>, contacts: &Contacts) -> bool {
        let is_after = |after: Ms| started.is_some_and(|at| at >= after);
        let is_before = |before: Ms| started.is_some_and(|at| at < before);
        self.filter.after.is_none_or(is_after)
            && self.filter.before.is_none_or(is_before)
            && self
                .contact
                .is_none_or(|wanted| wanted == Some((job.spinner, index)))
            && self
                .query
                .as_ref()
                .is_none_or(|query| query.finds(job, index, &contacts.of(job.spinner, index)))
    }
}
