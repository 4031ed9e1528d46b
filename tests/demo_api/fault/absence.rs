//! Answers with less in them: optional properties null or left out.

use super::contract::{Edit, Fate, Nature, Property};
use serde_json::Value;

/// How an optional property is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is there and null.
    Null,
    /// It is not there.
    LeftOut,
}

/// Takes optional properties away.
pub struct Absence {
    /// Null or left out.
    pub way: Way,
    /// True to keep the blocks and empty what is inside them.
    pub keeps_blocks: bool,
}

impl Absence {
    const fn spares(&self, property: &Property<'_>) -> bool {
        property.required || (self.keeps_blocks && matches!(property.nature, Nature::Block))
    }
}

impl Edit for Absence {
    fn property(&mut self, property: &Property<'_>, value: &mut Value) -> Fate {
        if self.spares(property) {
            return Fate::Keep;
        }
        match self.way {
            Way::LeftOut => Fate::Remove,
            Way::Null => {
                *value = Value::Null;
                Fate::Keep
            }
        }
    }

    fn missing(&mut self, property: &Property<'_>) -> Option<Value> {
        (self.way == Way::Null && !self.spares(property)).then_some(Value::Null)
    }
}
