//! Any list as a file: its columns, one record a row, and the walk over its
//! pages. Values are written as received, so that a file can be read back;
//! what is not known is empty.

use super::block::Row;
use super::csv::record;
use super::field::Field;
use super::money::Money;
use super::page::{Listed, PageInfo};
use super::task::Contact;
use super::timestamp::Timestamp;
use std::borrow::Cow;

mod calls;
mod campaigns;
mod numbers;
mod records;
mod tasks;
mod walk;

pub use calls::CALLS;
pub use campaigns::CAMPAIGNS;
pub use numbers::NUMBERS;
pub use records::RECORDS;
pub use tasks::TASKS;
pub use walk::Walk;

/// A column: its name, and a row's text in it.
pub type Column<T> = (&'static str, for<'a> fn(&'a T) -> Cow<'a, str>);

/// A table's columns, in their order in the file.
pub type Columns<T> = &'static [Column<T>];

/// The first line.
pub fn head<T>(columns: Columns<T>) -> String {
    record(columns.iter().map(|(name, _)| *name))
}

/// A row as one line.
pub fn line<T>(columns: Columns<T>, row: &T) -> String {
    let cells: Vec<Cow<'_, str>> = columns.iter().map(|(_, cell)| cell(row)).collect();
    record(cells.iter().map(AsRef::as_ref))
}

/// One page of a list as it goes into the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Portion {
    /// Its lines.
    pub text: String,
    /// Rows in them.
    pub rows: u64,
    /// Rows that did not fit the contract; the file has none of them.
    pub unreadable: u64,
    /// Where the page stands.
    pub info: PageInfo,
}

impl Portion {
    /// Writes a page.
    pub fn of<P: Listed>(page: &P, columns: Columns<P::Item>) -> Self {
        let mut portion = Self {
            text: String::new(),
            rows: 0,
            unreadable: 0,
            info: page.info().clone(),
        };
        for row in page.rows() {
            match row {
                Row::Good(row) => {
                    portion.text.push_str(&line(columns, row));
                    portion.rows += 1;
                }
                Row::Unreadable(_) => portion.unreadable += 1,
            }
        }
        portion
    }
}

fn text(field: &Field<String>) -> Cow<'_, str> {
    field.as_deref().unwrap_or_default().into()
}

fn moment(field: &Field<Timestamp>) -> Cow<'_, str> {
    field.value().map_or("", |at| &at.text).into()
}

fn whole(field: &Field<i64>) -> Cow<'_, str> {
    let number = field.copied().map(|number| number.to_string());
    number.unwrap_or_default().into()
}

fn decimal(field: &Field<f64>) -> Cow<'_, str> {
    field.copied().map_or("".into(), amount)
}

/// An amount of money, without its currency.
fn sum(field: &Field<Money>) -> Cow<'_, str> {
    field
        .value()
        .map_or("".into(), |money| amount(money.amount))
}

fn currency(field: &Field<Money>) -> Cow<'_, str> {
    field.value().map_or("", |money| &money.currency).into()
}

/// What is no finite number is empty.
fn amount(number: f64) -> Cow<'static, str> {
    let written = number.is_finite().then(|| number.to_string());
    written.unwrap_or_default().into()
}

/// A contact's text, where there is a contact.
fn of_contact(contact: &Field<Contact>, pick: fn(&Contact) -> &Field<String>) -> Cow<'_, str> {
    contact
        .value()
        .map_or("".into(), |contact| text(pick(contact)))
}

fn flag(field: &Field<bool>) -> Cow<'_, str> {
    let flag = field.copied().map(|yes| if yes { "true" } else { "false" });
    flag.unwrap_or_default().into()
}

#[cfg(test)]
mod tests;
