//! The order of a list.

/// What a list can be sorted by.
pub trait SortKey: Copy + Default + PartialEq + 'static {
    /// Every key with its name on the wire, and whether it can be descending.
    const KEYS: &'static [(Self, &'static str, bool)];
}

/// A key and its direction. The default is the default key, ascending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort<K> {
    key: K,
    descending: bool,
}

impl<K: SortKey> Sort<K> {
    /// Smallest first, or the key's only order.
    pub fn ascending(key: K) -> Self {
        Self {
            key,
            descending: false,
        }
    }

    /// Largest first; keys that have only one order keep it.
    pub fn descending(key: K) -> Self {
        let reversible = K::KEYS
            .iter()
            .any(|(known, _, reversible)| *known == key && *reversible);
        Self {
            key,
            descending: reversible,
        }
    }

    /// What is sorted by.
    pub fn key(self) -> K {
        self.key
    }

    /// Whether the largest comes first.
    pub fn is_descending(self) -> bool {
        self.descending
    }

    /// The order after the head of column `key` was pressed: that key
    /// ascending, then descending, then ascending again.
    pub fn pressed(self, key: K) -> Self {
        if self.key == key && !self.descending {
            Self::descending(key)
        } else {
            Self::ascending(key)
        }
    }

    /// Reads `name` or `-name`; `None` for what cannot be sorted by.
    pub fn from_wire(text: &str) -> Option<Self> {
        let (name, descending) = match text.strip_prefix('-') {
            Some(name) => (name, true),
            None => (text, false),
        };
        let (key, _, reversible) = K::KEYS.iter().find(|(_, known, _)| *known == name)?;
        (reversible | !descending).then_some(Self {
            key: *key,
            descending,
        })
    }

    /// `name`, or `-name` when descending.
    pub fn to_wire(self) -> String {
        let name = K::KEYS
            .iter()
            .find(|(known, ..)| *known == self.key)
            .map_or("", |(_, name, _)| name);
        let sign = if self.descending { "-" } else { "" };
        [sign, name].concat()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, Default, PartialEq)]
    enum Key {
        #[default]
        Activity,
        Contact,
    }

    impl SortKey for Key {
        const KEYS: &'static [(Self, &'static str, bool)] = &[
            (Self::Activity, "activity", false),
            (Self::Contact, "contact", true),
        ];
    }

    #[test]
    fn only_what_the_api_can_do_is_read() {
        for text in ["activity", "contact", "-contact"] {
            assert_eq!(
                Sort::<Key>::from_wire(text).map(Sort::to_wire).as_deref(),
                Some(text)
            );
        }
        for text in ["-activity", "--contact", "Contact", "", "-"] {
            assert_eq!(Sort::<Key>::from_wire(text), None, "{text}");
        }
        assert_eq!(
            Sort::descending(Key::Activity),
            Sort::ascending(Key::Activity)
        );
    }

    #[test]
    fn an_order_tells_its_key_and_its_direction() {
        for (text, key, is_descending) in [
            ("activity", Key::Activity, false),
            ("contact", Key::Contact, false),
            ("-contact", Key::Contact, true),
        ] {
            let sort = Sort::<Key>::from_wire(text).unwrap_or_default();
            assert_eq!((sort.key(), sort.is_descending()), (key, is_descending));
        }
    }

    #[test]
    fn a_column_head_turns_the_order_around() {
        let first = Sort::default().pressed(Key::Contact);
        let orders = [
            first,
            first.pressed(Key::Contact),
            first.pressed(Key::Contact).pressed(Key::Contact),
        ];
        assert_eq!(
            orders.map(Sort::to_wire),
            ["contact", "-contact", "contact"]
        );
        assert_eq!(orders[1].pressed(Key::Activity).to_wire(), "activity");
    }
}
