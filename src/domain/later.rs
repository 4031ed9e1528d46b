//! Parts of an answer that are read when somebody first needs them.

use std::fmt;
use std::marker::PhantomData;

use super::block::Block;
use super::field::Field;
use super::json::{FromJson, Json, Trouble, decode};
use super::raw_json::RawJson;

/// A block kept as its own text until it is asked for.
///
/// The first figures of a page need no timeline and no variants. Kept unread,
/// such a block takes no time before they are drawn, and its decoder can be in
/// a part of the module that is fetched later.
pub struct Later<T> {
    text: Field<RawJson>,
    of: PhantomData<fn() -> T>,
}

impl<T: FromJson> Later<T> {
    /// Reads the block.
    pub fn read(&self) -> Block<T> {
        match &self.text {
            Field::NotReported => Block::Absent,
            Field::Empty => Block::Empty,
            Field::Value(text) => match decode(&text.0) {
                Ok(value) => Block::Value(Box::new(value)),
                Err(trouble) => Block::Unreadable(trouble),
            },
        }
    }

    /// The block, when it is there and readable.
    pub fn value(&self) -> Option<T> {
        match self.read() {
            Block::Value(value) => Some(*value),
            Block::Absent | Block::Empty | Block::Unreadable(_) => None,
        }
    }
}

impl<T> Later<T> {
    /// Whether there is no block: not reported, or known not to be there.
    pub fn is_absent(&self) -> bool {
        self.text.value().is_none()
    }
}

impl<T> Default for Later<T> {
    fn default() -> Self {
        Self {
            text: Field::NotReported,
            of: PhantomData,
        }
    }
}

impl<T> Clone for Later<T> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            of: PhantomData,
        }
    }
}

impl<T> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T: FromJson + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.read().fmt(f)
    }
}

impl<T> FromJson for Later<T> {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        Self {
            text: Field::from_json(json, trouble),
            of: PhantomData,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::goal::Goal;
    use crate::domain::json::wire;

    wire! {
        /// One block that is read later.
        pub struct Holder {
            /// The block.
            pub goal: Later<Goal>,
        }
    }

    #[test]
    fn a_block_read_later_is_the_block_read_at_once() {
        wire! {
            /// One block that is read at once.
            pub struct Eager {
                /// The block.
                pub goal: Block<Goal>,
            }
        }
        for json in [
            "{}",
            r#"{"goal":null}"#,
            r#"{"goal":7}"#,
            r#"{"goal":{"target":3}}"#,
            r#"{"goal":{"target":3,"reached":"é\n"}}"#,
            r#"{"goal":{"target":3,"reached":1,"label":"A \"b\""}}"#,
        ] {
            let later: Holder = decode(json).unwrap();
            let eager: Eager = decode(json).unwrap();
            assert_eq!(later.goal.read(), eager.goal, "{json}");
            assert_eq!(later.goal.value().as_ref(), eager.goal.value(), "{json}");
            assert_eq!(later.goal.is_absent(), eager.goal.is_absent(), "{json}");
        }
    }
}
