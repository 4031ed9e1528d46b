//! The numbers that a bundle must not tell, and the IDs that it must.

use super::item::ItemState;
use super::{Subject, item};
use crate::domain::block::{Block, Row, good_rows};
use crate::domain::evidence::Masking;
use crate::domain::field::Field;

/// Knows every number that the evidence holds, and keeps the IDs that support
/// looks an incident up by.
pub fn masking(subject: &Subject<'_>) -> Masking {
    let mut masking = Masking::default();
    let evidence = subject.evidence;
    if let Some(snapshot) = evidence.snapshot() {
        let tasks = snapshot.tasks.value().map(|page| &*page.items);
        for task in good_rows(tasks.unwrap_or_default()) {
            masking.learn(
                [&task.phone, &task.from]
                    .into_iter()
                    .filter_map(Field::as_deref),
            );
        }
        let numbers = snapshot.numbers.value().map(|page| &*page.items);
        let numbers = good_rows(numbers.unwrap_or_default());
        masking.learn(numbers.map(|number| &*number.number));
    }
    if let Some(report) = evidence.doubled() {
        let samples = rows(&report.samples).filter_map(|sample| sample.phone.as_deref());
        masking.learn(samples);
    }
    for item in item::items(subject) {
        if let (true, ItemState::There(ids)) = (item.key.is_id(), &item.state) {
            masking.keep(ids.split(", "));
        }
    }
    masking.keep(evidence.retried().map(|retry| &*retry.id));
    masking
}

fn rows<T>(block: &Block<Vec<Row<T>>>) -> impl Iterator<Item = &T> {
    good_rows(block.value().map_or(&[], Vec::as_slice))
}
