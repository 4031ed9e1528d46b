//! What is kept from one question to the next: the words of cursors, and the
//! last good answers of optional parts.

use super::trail::Trail;
use crate::api::exchange::{Incoming, Outgoing};
use std::cell::RefCell;
use std::rc::Rc;

/// Most lists whose trail is kept.
const MOST_TRAILS: usize = 64;

/// Most parts, and most bytes of them, that are kept.
const MOST_PARTS: usize = 64;
const MOST_BYTES: usize = 8 << 20;

/// What a console keeps between questions. Bounded: the oldest goes.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Kept>);

#[derive(Debug, Default)]
struct Kept {
    trails: Vec<(String, Trail)>,
    parts: Vec<(String, Part)>,
}

/// An answer of a further request.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// When it was read, epoch milliseconds.
    pub at: i64,
    /// The answer.
    pub answer: Rc<Incoming>,
}

impl Memory {
    /// Drops all of it.
    pub fn forget(&self) {
        if let Ok(mut kept) = self.0.try_borrow_mut() {
            *kept = Kept::default();
        }
    }

    /// The trail of a list.
    pub(super) fn trail(&self, list: &str) -> Trail {
        let Ok(kept) = self.0.try_borrow() else {
            return Trail::default();
        };
        let known = kept.trails.iter().find(|(known, _)| known == list);
        known.map_or_else(Trail::default, |(_, trail)| trail.clone())
    }

    /// Keeps the trail of a list.
    pub(super) fn keep_trail(&self, list: &str, trail: Trail) {
        if let Ok(mut kept) = self.0.try_borrow_mut() {
            kept.trails.retain(|(known, _)| known != list);
            kept.trails.push((list.to_owned(), trail));
            if kept.trails.len() > MOST_TRAILS {
                kept.trails.remove(0);
            }
        }
    }

    /// The last good answer to a request.
    pub(super) fn part(&self, request: &Outgoing) -> Option<Part> {
        let kept = self.0.try_borrow().ok()?;
        let key = key(request);
        let known = kept.parts.iter().find(|(known, _)| *known == key);
        known.map(|(_, part)| part.clone())
    }

    /// Keeps a good answer to a request.
    pub(super) fn keep_part(&self, request: &Outgoing, part: Part) {
        if let Ok(mut kept) = self.0.try_borrow_mut() {
            let key = key(request);
            kept.parts.retain(|(known, _)| *known != key);
            kept.parts.push((key, part));
            let bytes = |parts: &[(String, Part)]| {
                let sizes = parts.iter().map(|(_, part)| part.answer.body.len());
                sizes.fold(0_usize, usize::saturating_add)
            };
            while kept.parts.len() > MOST_PARTS || bytes(&kept.parts) > MOST_BYTES {
                kept.parts.remove(0);
            }
        }
    }
}

fn key(request: &Outgoing) -> String {
    let body = request.body.as_deref().unwrap_or_default();
    let headers = &request.headers;
    format!("{} {} {headers:?} {body}", request.verb.word(), request.url)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::api::exchange::Verb;

    fn request(path: &str) -> Outgoing {
        Outgoing {
            verb: Verb::Get,
            url: path.to_owned(),
            headers: Vec::new(),
            body: None,
        }
    }

    fn part(at: i64, bytes: usize) -> Part {
        Part {
            at,
            answer: Rc::new(Incoming {
                status: 200,
                headers: Vec::new(),
                body: vec![b' '; bytes],
            }),
        }
    }

    #[test]
    fn the_newest_answers_are_kept_within_bounds() {
        let memory = Memory::default();
        for at in 0..100 {
            memory.keep_part(&request(&at.to_string()), part(at, 10));
        }
        assert!(memory.part(&request("0")).is_none());
        assert_eq!(memory.part(&request("99")).unwrap().at, 99);
        memory.keep_part(&request("large"), part(1, MOST_BYTES - 5));
        assert!(memory.part(&request("99")).is_none());
        memory.forget();
        assert!(memory.part(&request("large")).is_none());
        memory.keep_part(&request("too large"), part(1, MOST_BYTES + 1));
        assert!(memory.part(&request("too large")).is_none());
    }

    #[test]
    fn what_a_header_asks_for_is_another_answer() {
        let asked = |campaign: &str| Outgoing {
            headers: vec![("X-Campaign".to_owned(), campaign.to_owned())],
            ..request("progress")
        };
        let memory = Memory::default();
        memory.keep_part(&asked("7"), part(1, 10));
        assert_eq!(memory.part(&asked("7")).unwrap().at, 1);
        assert!(memory.part(&asked("8")).is_none());
    }

    #[test]
    fn a_trail_is_kept_by_list() {
        let memory = Memory::default();
        let mut trail = Trail::default();
        assert!(trail.learn(2, "b"));
        memory.keep_trail("jobs", trail.clone());
        assert_eq!(memory.trail("jobs"), trail);
        assert_eq!(memory.trail("calls"), Trail::default());
    }
}
