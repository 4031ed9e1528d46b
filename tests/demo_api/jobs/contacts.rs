//! Who the records are about.

use std::sync::Arc;

use super::spinner::SPINNERS;
use crate::audience::Contact;
use crate::campaign::Campaign;
use crate::ids;
use crate::people::{self, NAMES};
use crate::random::Random;
use crate::task_state::State;
use crate::zone::{Ms, Zone};

/// Rows of contacts that no campaign calls begin here.
const FIRST_ROW: i64 = 11_000_000;
/// Rows that each spinner has for its contacts.
const ROWS: i64 = 600_000;
/// How many different numbers a zone has; after these they begin anew.
pub const PHONES: usize = 120_000;

/// The contact of a record. Runs of one spinner have the same contacts.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// The contact's row, of which its ID is made.
    row: i64,
    /// A position in the list of names.
    pub name: usize,
    phone: Phone,
    /// The row of the task of a campaign that called it.
    task: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
enum Phone {
    /// Position among the numbers of a zone.
    Made(u32),
    /// Digits of a campaign's contact.
    Known(u64),
}

/// Names, and the contacts that a campaign has called.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    folded: Arc<Vec<String>>,
    /// Places of the names in alphabetical order.
    places: Arc<Vec<u32>>,
    called: Arc<Vec<Person>>,
}

impl Contacts {
    /// The list of names, without anyone whom a campaign has called.
    pub fn new() -> Self {
        let folded: Vec<String> = (0..NAMES)
            .map(|position| people::folded(&people::name(position)))
            .collect();
        let mut order: Vec<usize> = (0..NAMES).collect();
        order.sort_by_key(|position| (folded.get(*position), *position));
        let mut places = vec![0; NAMES];
        for (place, position) in (0..).zip(order) {
            if let Some(slot) = places.get_mut(position) {
                *slot = place;
            }
        }
        Self {
            folded: Arc::new(folded),
            places: Arc::new(places),
            called: Arc::default(),
        }
    }

    /// Takes the contacts that a campaign has completed since an instant, as they were called:
    /// every second record of a run that dials this campaign is about one of them.
    pub fn learn(&mut self, campaign: &Campaign, contacts: &[Contact], since: Ms) {
        let mut called: Vec<(Ms, Person)> = campaign
            .tasks
            .iter()
            .zip(contacts)
            .filter(|(task, _)| task.state == State::Completed)
            .filter_map(|(task, contact)| {
                let at = task.last_attempted.filter(|at| *at >= since)?;
                let digits = contact.phone.trim_start_matches('+').parse().ok()?;
                let person = Person {
                    row: task.row,
                    name: contact.name,
                    phone: Phone::Known(digits),
                    task: Some(task.row),
                };
                Some((at, person))
            })
            .collect();
        called.sort_by_key(|(at, person)| (*at, person.row));
        self.called = Arc::new(called.into_iter().map(|(_, person)| person).collect());
    }

    /// The contact of a spinner's record.
    pub fn of(&self, spinner: usize, index: i64) -> Person {
        let dials = SPINNERS
            .get(spinner)
            .is_some_and(|spinner| spinner.campaign.is_some());
        if dials
            && index % 2 == 0
            && let Some(known) = self.called.get(index as usize / 2)
        {
            return *known;
        }
        let row = FIRST_ROW + spinner as i64 * ROWS + index;
        Person {
            row,
            name: Random::new(0, row as u64).next_u64() as usize % NAMES,
            phone: Phone::Made(((row - FIRST_ROW) % PHONES as i64) as u32),
            task: None,
        }
    }

    /// The spinner and index of a contact's records.
    pub fn find(&self, id: &str) -> Option<(usize, i64)> {
        let row = ids::contact_row(id)?;
        if let Some(place) = self.called.iter().position(|person| person.row == row) {
            let dials = SPINNERS.iter().position(|one| one.campaign.is_some())?;
            return Some((dials, place as i64 * 2));
        }
        let own = row - FIRST_ROW;
        let (spinner, index) = (own / ROWS, own % ROWS);
        let known = SPINNERS.get(usize::try_from(spinner).ok()?)?;
        (own >= 0 && index < known.records).then_some((spinner as usize, index))
    }

    /// The place of a name in alphabetical order.
    pub fn place(&self, person: &Person) -> i64 {
        i64::from(self.places.get(person.name).copied().unwrap_or(0))
    }

    /// Which names have a text in them, without case and accents.
    pub fn named(&self, text: &str) -> Vec<bool> {
        let text = people::folded(text);
        self.folded
            .iter()
            .map(|name| name.contains(&text))
            .collect()
    }
}

impl Person {
    pub fn id(&self) -> String {
        ids::contact(self.row)
    }

    pub fn full_name(&self) -> String {
        people::name(self.name)
    }

    /// E.164.
    pub fn phone(&self) -> String {
        match self.phone {
            Phone::Made(position) => people::phone(Zone::Chicago, position),
            Phone::Known(digits) => format!("+{digits}"),
        }
    }

    /// The place of its number among [`PHONES`], unless it is that of a campaign's contact.
    pub fn phone_place(&self) -> Option<usize> {
        match self.phone {
            Phone::Made(position) => Some(position as usize),
            Phone::Known(_) => None,
        }
    }

    /// The ID of the task of a campaign that called it.
    pub fn task(&self) -> Option<String> {
        self.task.map(ids::task)
    }
}
