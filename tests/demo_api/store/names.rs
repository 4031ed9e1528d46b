//! The names of all contacts, each written once.

use rusqlite::params;

use super::Store;
use crate::people;

impl Store {
    /// Writes the list of names, in alphabetical order, and returns each name's person.
    pub fn write_names(&mut self) -> rusqlite::Result<Vec<i64>> {
        let mut sorted: Vec<(String, String, usize)> = (0..people::NAMES)
            .map(|position| {
                let name = people::name(position);
                (people::folded(&name), name, position)
            })
            .collect();
        sorted.sort();
        let mut person_of = vec![0; people::NAMES];
        let transaction = self.connection.transaction()?;
        {
            let mut insert = transaction.prepare("INSERT INTO person VALUES (?1, ?2, ?3)")?;
            for (person, (folded, name, position)) in (0_i64..).zip(&sorted) {
                insert.execute(params![person, name, folded])?;
                if let Some(slot) = person_of.get_mut(*position) {
                    *slot = person;
                }
            }
        }
        transaction.commit()?;
        self.names = sorted.into_iter().map(|(_, name, _)| name).collect();
        Ok(person_of)
    }
}
