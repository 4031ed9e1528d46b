//! JSON that is nearly what somebody sent: its text is written again, but for a few places.

use crate::odd;
use crate::random::Random;
use serde_json::Value;

/// JSON that may hold what no writer of JSON would write.
#[derive(Clone)]
pub enum Tree {
    /// Any text, as it is.
    Raw(String),
    List(Vec<Tree>),
    /// Names as they are written, quotes and all; they may repeat.
    Object(Vec<(String, Tree)>),
}

/// Rows that a list is blown up to.
const MANY: usize = 60;

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                let member = |(name, value): (&String, &Value)| {
                    (Value::from(name.as_str()).to_string(), value.into())
                };
                Self::Object(members.iter().map(member).collect())
            }
            leaf => Self::Raw(leaf.to_string()),
        }
    }
}

impl Tree {
    pub fn write(&self, into: &mut String) {
        match self {
            Self::Raw(text) => into.push_str(text),
            Self::List(items) => {
                into.push('[');
                for (at, item) in items.iter().enumerate() {
                    into.push_str(if at > 0 { "," } else { "" });
                    item.write(into);
                }
                into.push(']');
            }
            Self::Object(members) => {
                into.push('{');
                for (at, (name, member)) in members.iter().enumerate() {
                    into.push_str(if at > 0 { "," } else { "" });
                    into.push_str(name);
                    into.push(':');
                    member.write(into);
                }
                into.push('}');
            }
        }
    }

    fn size(&self) -> usize {
        1 + match self {
            Self::Raw(_) => 0,
            Self::List(items) => items.iter().map(Self::size).sum(),
            Self::Object(members) => members.iter().map(|(_, member)| member.size()).sum(),
        }
    }

    /// The value of that number, counted through the tree.
    fn nth(&mut self, left: &mut usize) -> Option<&mut Self> {
        if *left == 0 {
            return Some(self);
        }
        *left -= 1;
        match self {
            Self::Raw(_) => None,
            Self::List(items) => items.iter_mut().find_map(|item| item.nth(left)),
            Self::Object(members) => members.iter_mut().find_map(|(_, member)| member.nth(left)),
        }
    }

    /// Changes one place; `other` is a tree to take something from.
    pub fn change(&mut self, random: &mut Random, other: &Self) {
        let mut at = random.below(self.size());
        if let Some(place) = self.nth(&mut at) {
            place.change_here(random, other);
        }
    }

    fn change_here(&mut self, random: &mut Random, other: &Self) {
        match (self, random.below(10)) {
            (Self::List(items), 0..=3) if !items.is_empty() => {
                let at = random.below(items.len());
                match random.below(4) {
                    0 => drop(items.remove(at)),
                    1 => items.push(items[at].clone()),
                    2 => items.swap(0, at),
                    _ if items.len() < MANY => items.extend(vec![items[at].clone(); MANY]),
                    _ => items.clear(),
                }
            }
            (Self::Object(members), 0..=4) if !members.is_empty() => {
                let at = random.below(members.len());
                match random.below(5) {
                    0 => drop(members.remove(at)),
                    1 => members.push(members[at].clone()),
                    2 => members.swap(0, at),
                    3 => members[at].0 = odd::text(random),
                    _ => {
                        let value = odd::leaf(random);
                        members.push((members[at].0.clone(), Self::Raw(value)));
                    }
                }
            }
            (place, 5) => {
                let mut at = random.below(other.size());
                if let Some(found) = other.clone().nth(&mut at) {
                    *place = found.clone();
                }
            }
            (place, 6) => *place = odd::nested(random, place),
            (place, _) => *place = Self::Raw(odd::leaf(random)),
        }
    }
}
