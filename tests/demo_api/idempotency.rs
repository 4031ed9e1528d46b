//! Answers to actions, kept by their idempotency keys.

use std::collections::HashMap;
use std::collections::VecDeque;

use serde_json::Value;

use crate::wish::Wish;

/// Keys kept; the oldest go first.
const KEPT: usize = 10_000;

/// What a key was used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub campaign: String,
    pub action: String,
    pub body: Wish,
}

/// What is known of a key.
#[derive(Debug)]
pub enum Known<'a> {
    New,
    /// Used for the same request before; this was the answer.
    Same(&'a Value),
    /// Used for another request before.
    Other,
}

/// The keys and their answers.
#[derive(Debug, Default)]
pub struct Ledger {
    answers: HashMap<String, (Request, Value)>,
    order: VecDeque<String>,
}

impl Ledger {
    /// Looks a key up.
    pub fn look_up(&self, key: &str, request: &Request) -> Known<'_> {
        match self.answers.get(key) {
            None => Known::New,
            Some((known, answer)) if known == request => Known::Same(answer),
            Some(_) => Known::Other,
        }
    }

    /// Remembers the answer given under a key.
    pub fn remember(&mut self, key: String, request: Request, answer: Value) {
        self.order.push_back(key.clone());
        self.answers.insert(key, (request, answer));
        while self.order.len() > KEPT {
            if let Some(oldest) = self.order.pop_front() {
                self.answers.remove(&oldest);
            }
        }
    }
}
