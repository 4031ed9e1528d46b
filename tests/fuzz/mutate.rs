//! One input from another.

use crate::odd;
use crate::random::Random;
use crate::tree::Tree;
use serde_json::Value;

/// Stands between the parts of an input.
pub const PART: u8 = 0x1E;
/// No input gets longer.
const LONGEST: usize = 200_000;

/// An input like this one, with something of another.
pub fn mutated(input: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut parts: Vec<Vec<u8>> = input
        .split(|byte| *byte == PART)
        .map(<[u8]>::to_vec)
        .collect();
    let others: Vec<&[u8]> = other.split(|byte| *byte == PART).collect();
    for _ in 0..=random.below(4) {
        let at = random.below(parts.len());
        let twin = others[if others.len() == parts.len() {
            at
        } else {
            random.below(others.len())
        }];
        let part = &mut parts[at];
        match tree(part).filter(|_| !random.once_in(8)) {
            Some(mut json) => {
                let from = tree(twin).unwrap_or_else(|| json.clone());
                for _ in 0..=random.below(6) {
                    json.change(random, &from);
                }
                let mut text = String::new();
                json.write(&mut text);
                *part = text.into_bytes();
            }
            None => bytes(part, twin, random),
        }
    }
    let mut whole = parts.join(&PART);
    whole.truncate(LONGEST);
    whole
}

fn tree(part: &[u8]) -> Option<Tree> {
    let value: Value = serde_json::from_slice(part).ok()?;
    (value.is_object() || value.is_array()).then(|| Tree::from(&value))
}

fn bytes(part: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let at = random.below(part.len() + 1);
    let end = at + random.below((part.len() - at).min(64) + 1);
    match random.below(9) {
        0 if at < part.len() => part[at] ^= 1 << random.below(8),
        1 if at < part.len() => part[at] = random.next() as u8,
        2 => drop(part.drain(at..end)),
        3 => {
            let again = part[at..end].to_vec();
            part.splice(at..at, again);
        }
        4 => part.truncate(at),
        5 => {
            let from = random.below(other.len() + 1);
            let to = from + random.below((other.len() - from).min(64) + 1);
            part.splice(at..end, other[from..to].iter().copied());
        }
        6 => {
            let noise: Vec<u8> = (0..random.below(16)).map(|_| random.next() as u8).collect();
            part.splice(at..at, noise);
        }
        _ => {
            let text = if random.once_in(2) {
                odd::leaf(random)
            } else {
                odd::text(random)
            };
            let bare = serde_json::from_str::<String>(&text).unwrap_or(text);
            part.splice(at..end, bare.into_bytes());
        }
    }
}
