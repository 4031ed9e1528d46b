//! From JSON text to its flat list of values.

pub mod place;
mod steps;

use super::text::plain_length;
use super::{Kind, Node};
use crate::domain::block::Unreadable;

/// Deepest nesting that is read; the contract needs less than ten.
const DEEPEST: usize = 128;

/// Text for each value of a usual answer, in bytes: a first guess at how many
/// there will be.
const USUAL: usize = 8;

/// The most values that are guessed at: what is no JSON at all may be long, and
/// memory that was taken once is never given back.
const MOST_GUESSED: usize = 1 << 18;

/// The values of a text, each followed by what is inside it.
pub(super) fn nodes(text: &str) -> Result<Vec<Node<'_>>, Unreadable> {
    let mut parser = Parser {
        text,
        at: 0,
        nodes: Vec::with_capacity((text.len() / USUAL + 1).min(MOST_GUESSED)),
    };
    parser.value(0)?;
    match parser.next_byte() {
        None => Ok(parser.nodes),
        Some(_) => Err(expected("the end of the JSON")),
    }
}

struct Parser<'a> {
    text: &'a str,
    /// Bytes read so far.
    at: usize,
    nodes: Vec<Node<'a>>,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Result<(), Unreadable> {
        let kind = match self.next_byte() {
            Some(b'{' | b'[') if depth == DEEPEST => {
                return Err(expected("JSON that is nested at most 128 deep"));
            }
            Some(b'{') => return self.container(Kind::Object, depth),
            Some(b'[') => return self.container(Kind::List, depth),
            Some(b'"') => return self.string(),
            Some(b'-' | b'0'..=b'9') => return self.number(),
            Some(b't') => Kind::Bool(true),
            Some(b'f') => Kind::Bool(false),
            Some(b'n') => Kind::Null,
            _ => return Err(self.unexpected()),
        };
        self.word(kind)
    }

    fn container(&mut self, kind: Kind, depth: usize) -> Result<(), Unreadable> {
        let (start, place) = (self.at, self.nodes.len());
        self.push(start, kind, false);
        self.at += 1;
        let close = if kind == Kind::List { b']' } else { b'}' };
        if self.next_byte() == Some(close) {
            self.at += 1;
        } else if kind == Kind::List {
            self.items(depth + 1)?;
        } else {
            self.members(depth + 1)?;
        }
        let size = self.nodes.len() - place;
        let source = self.read_since(start);
        if let Some(node) = self.nodes.get_mut(place) {
            node.source = source;
            node.size = size;
        }
        Ok(())
    }

    fn items(&mut self, depth: usize) -> Result<(), Unreadable> {
        for index in 0_usize.. {
            self.value(depth)
                .map_err(|trouble| trouble.within_item(index))?;
            if self.closes(b']')? {
                break;
            }
        }
        Ok(())
    }

    fn members(&mut self, depth: usize) -> Result<(), Unreadable> {
        loop {
            if self.next_byte() != Some(b'"') {
                return Err(self.unexpected());
            }
            self.string()?;
            let key = self.nodes.last().map_or("", |node| node.source);
            if self.next_byte() != Some(b':') {
                return Err(self.unexpected());
            }
            self.at += 1;
            self.value(depth)
                .map_err(|trouble| trouble.within_member(key.trim_matches('"')))?;
            if self.closes(b'}')? {
                return Ok(());
            }
        }
    }

    /// Passes what follows a value: the closing bracket, or a comma.
    fn closes(&mut self, close: u8) -> Result<bool, Unreadable> {
        let next = self.next_byte();
        if next != Some(close) && next != Some(b',') {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(next == Some(close))
    }

    fn string(&mut self) -> Result<(), Unreadable> {
        let (start, mut escaped) = (self.at, false);
        self.at += 1;
        loop {
            self.at += plain_length(self.rest());
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(0x80..) => self.at += 1,
                _ => return Err(self.unexpected()),
            }
            escaped = true;
        }
        self.at += 1;
        self.push(start, Kind::Text, escaped);
        Ok(())
    }

    fn escape(&mut self) -> Result<(), Unreadable> {
        self.at += 1;
        let digits = match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
            Some(b'u') => 4,
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        for _ in 0..digits {
            if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                return Err(self.unexpected());
            }
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Unreadable> {
        let start = self.at;
        self.pass(b"-");
        if !self.pass(b"0") {
            self.digits()?;
        }
        if self.pass(b".") {
            self.digits()?;
        }
        if self.pass(b"eE") {
            self.pass(b"+-");
            self.digits()?;
        }
        self.push(start, Kind::Number, false);
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Unreadable> {
        let count = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        self.at += count;
        if count == 0 {
            return Err(self.unexpected());
        }
        Ok(())
    }

    fn word(&mut self, kind: Kind) -> Result<(), Unreadable> {
        let start = self.at;
        let word = match kind {
            Kind::Bool(true) => "true",
            Kind::Bool(false) => "false",
            _ => "null",
        };
        for byte in word.bytes() {
            if self.peek() != Some(byte) {
                return Err(self.unexpected());
            }
            self.at += 1;
        }
        self.push(start, kind, false);
        Ok(())
    }

    fn unexpected(&self) -> Unreadable {
        expected(match self.peek() {
            None => "more JSON, and the answer is cut off",
            Some(_) => "readable JSON",
        })
    }
}

fn expected(words: &str) -> Unreadable {
    Unreadable {
        path: String::new(),
        expected: words.to_owned(),
    }
}
