//! Answers to actions, kept by their idempotency keys.

use std::collections::HashMap;
use std::collections::VecDeque;

use serde_json::Value;

use crate::answer::put;
use crate::problem::Problem;

/// Keys kept; the oldest go first.
const KEPT: usize = 10_000;

/// What a key was used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request<B> {
    /// The ID of what was acted on.
    pub on: String,
    pub action: String,
    pub body: B,
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
#[derive(Debug)]
pub struct Ledger<B> {
    answers: HashMap<String, (Request<B>, Value)>,
    order: VecDeque<String>,
}

impl<B> Default for Ledger<B> {
    fn default() -> Self {
        Self {
            answers: HashMap::new(),
            order: VecDeque::new(),
        }
    }
}

impl<B: PartialEq> Ledger<B> {
    /// Looks a key up.
    pub fn look_up(&self, key: &str, request: &Request<B>) -> Known<'_> {
        match self.answers.get(key) {
            None => Known::New,
            Some((known, answer)) if known == request => Known::Same(answer),
            Some(_) => Known::Other,
        }
    }

    /// The answer that was given to the same request under this key, marked as
    /// given again. Refused where the key was used for another `what`, "action".
    pub fn replayed(
        &self,
        key: &str,
        request: &Request<B>,
        what: &str,
    ) -> Result<Option<Value>, Problem> {
        match self.look_up(key, request) {
            Known::New => Ok(None),
            Known::Same(answer) => {
                let mut answer = answer.clone();
                put(&mut answer, "replayed", Some(Value::from(true)));
                Ok(Some(answer))
            }
            Known::Other => Err(Problem::value(
                "/header/Idempotency-Key",
                format!("This key was used for another {what} or body. Send a new key."),
            )),
        }
    }

    /// Remembers the answer given under a key.
    pub fn remember(&mut self, key: String, request: Request<B>, answer: Value) {
        self.order.push_back(key.clone());
        self.answers.insert(key, (request, answer));
        while self.order.len() > KEPT {
            if let Some(oldest) = self.order.pop_front() {
                self.answers.remove(&oldest);
            }
        }
    }
}
