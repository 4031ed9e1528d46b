//! JSON as the dialer sends it, read without copies.
//!
//! Decoders that a derive macro writes for every type were the largest part of
//! the module that browsers load. Here one parser lays an answer out as a flat
//! list of values, and each type only says which fields it takes from it: see
//! [`FromJson`] and the `wire!` macro that the wire types are declared with.

mod made;
mod number;
mod parser;
mod reading;
mod text;
mod wire;

use std::borrow::Cow;

pub use made::{Made, object};
pub use parser::place::misread;
pub use reading::{FromJson, Trouble};
pub use text::{is_turning, quoted};
pub(crate) use wire::wire;

use super::block::Unreadable;

/// Decodes a JSON text. The error names the path that did not fit.
pub fn decode<T: FromJson>(text: &str) -> Result<T, Unreadable> {
    Document::parse(text)?.root().read()
}

/// A parsed JSON text: its values in the order in which they start, each
/// followed by what is inside it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    nodes: Vec<Node<'a>>,
}

impl<'a> Document<'a> {
    /// Parses strict JSON, nested at most 128 deep. The error says where
    /// reading stopped and what was expected there.
    pub fn parse(text: &'a str) -> Result<Self, Unreadable> {
        parser::nodes(text).map(|nodes| Self { nodes })
    }

    /// The value that the whole text is.
    pub fn root(&self) -> Json<'_> {
        Json {
            nodes: &self.nodes,
            missing: "",
        }
    }
}

/// One value, or the key of a member, in a parsed text.
#[derive(Clone, Copy, Debug)]
struct Node<'a> {
    /// The text that it was read from, with the quotes of a string.
    source: &'a str,
    /// Values it consists of: itself, and for a list or an object all inside.
    size: usize,
    kind: Kind,
    /// Whether a string may stand for other characters than those it holds.
    escaped: bool,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No value: the field is not there.
    Missing,
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number of any notation.
    Number,
    /// A string.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// A value of a [`Document`], or the place of a field that is not there.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    /// The value's own node and all that follow to the end of the document, so
    /// that their number tells where in the document the value stands.
    nodes: &'a [Node<'a>],
    /// The field that is not there; `nodes` are then those of its object.
    missing: &'static str,
}

impl<'a> Json<'a> {
    /// What the value is.
    pub fn kind(&self) -> Kind {
        match self.nodes.first() {
            Some(node) if self.missing.is_empty() => node.kind,
            _ => Kind::Missing,
        }
    }

    /// The text that the value was read from; empty for a missing one.
    pub fn source(&self) -> &'a str {
        match self.nodes.first() {
            Some(node) if self.missing.is_empty() => node.source,
            _ => "",
        }
    }

    /// The characters of a string.
    pub fn text(&self) -> Option<Cow<'a, str>> {
        let node = self.nodes.first()?;
        if self.kind() != Kind::Text {
            return None;
        }
        let inside = node.source.get(1..node.source.len().checked_sub(1)?)?;
        Some(if node.escaped {
            Cow::Owned(text::unescaped(inside))
        } else {
            Cow::Borrowed(inside)
        })
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> impl Iterator<Item = Json<'a>> + use<'a> {
        self.inside(Kind::List)
    }

    /// Keys and values of an object; none for anything else.
    pub fn members(&self) -> impl Iterator<Item = (Json<'a>, Json<'a>)> + use<'a> {
        let mut inside = self.inside(Kind::Object);
        std::iter::from_fn(move || Some((inside.next()?, inside.next()?)))
    }

    /// The member of that name; the last of several.
    pub fn get(&self, name: &str) -> Option<Json<'a>> {
        let named = self.members().filter(|(key, _)| key.is_key(name));
        named.last().map(|(_, value)| value)
    }

    /// Decodes the value. Paths of the error start at it.
    pub fn read<T: FromJson>(&self) -> Result<T, Unreadable> {
        let mut trouble = Trouble::default();
        let value = T::from_json(self, &mut trouble);
        match trouble.told_from(self) {
            Some(unreadable) => Err(unreadable),
            None => Ok(value),
        }
    }

    #[inline(always)]
    fn is_key(&self, name: &str) -> bool {
        match self.nodes.first() {
            Some(node) if node.escaped => self.text().is_some_and(|key| key == name),
            Some(node) => {
                let bytes = node.source.as_bytes();
                bytes.len() == name.len() + 2 && bytes.get(1..=name.len()) == Some(name.as_bytes())
            }
            None => false,
        }
    }

    #[inline(always)]
    fn inside(&self, container: Kind) -> Inside<'a> {
        let own = match self.nodes.first() {
            Some(node) if self.kind() == container => node.size,
            _ => 1,
        };
        Inside {
            nodes: self.nodes.get(1..).unwrap_or_default(),
            left: own.saturating_sub(1),
        }
    }
}

/// What stands directly inside a container, keys among the values.
struct Inside<'a> {
    nodes: &'a [Node<'a>],
    /// Nodes of the container that were not passed yet.
    left: usize,
}

impl<'a> Iterator for Inside<'a> {
    type Item = Json<'a>;

    #[inline(always)]
    fn next(&mut self) -> Option<Json<'a>> {
        let size = self.nodes.first()?.size;
        self.left = self.left.checked_sub(size)?;
        let here = Json {
            nodes: self.nodes,
            missing: "",
        };
        self.nodes = self.nodes.get(size..)?;
        Some(here)
    }
}

#[cfg(test)]
mod tests;
