//! Rows by key, so that a refresh can be passed on row by row.

use std::collections::HashMap;

use leptos::prelude::*;

/// The rows by key, each in a signal of its own.
pub struct RowStore<T: Send + Sync + 'static> {
    rows: HashMap<String, ArcRwSignal<T>>,
    /// The keys in order. A new signal for each generation, so that the body
    /// that leaves does not draw the rows of the one that comes.
    pub keys: ArcRwSignal<Vec<String>>,
    /// Counts how often no key survived.
    pub generation: u32,
}

impl<T: Send + Sync + 'static> Default for RowStore<T> {
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            keys: ArcRwSignal::new(Vec::new()),
            generation: 0,
        }
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> RowStore<T> {
    /// Passes each row's news to its signal, and the keys on if they changed.
    pub fn take_in(&mut self, rows: &[T], key: impl Fn(&T) -> String) {
        let mut kept = HashMap::with_capacity(rows.len());
        let mut keys = Vec::with_capacity(rows.len());
        // Nothing before and nothing now is the same body.
        let mut survivors = self.rows.is_empty() && rows.is_empty();
        for row in rows {
            let key = key(row);
            if kept.contains_key(&key) {
                continue;
            }
            let signal = self.rows.remove(&key).inspect(|signal| {
                survivors = true;
                if signal.with_untracked(|old| old != row) {
                    signal.set(row.clone());
                }
            });
            kept.insert(
                key.clone(),
                signal.unwrap_or_else(|| ArcRwSignal::new(row.clone())),
            );
            keys.push(key);
        }
        self.rows = kept;
        if !survivors {
            self.generation = self.generation.wrapping_add(1);
            self.keys = ArcRwSignal::new(keys);
        } else if self.keys.with_untracked(|old| *old != keys) {
            self.keys.set(keys);
        }
    }

    /// The signal of the row with this key.
    pub fn row(&self, key: &str) -> Option<ArcRwSignal<T>> {
        self.rows.get(key).cloned()
    }
}
