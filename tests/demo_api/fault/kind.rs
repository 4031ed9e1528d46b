//! The ways a sentinel can fail, each under the word that asks for it.

/// Declares the kinds once: the variant, its word in an id, and what it means.
macro_rules! kinds {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $word:literal,)+) => {
        /// A way of failing that an id such as `fault-503` asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[doc = $meaning])+ $variant,)+
        }

        impl Kind {
            /// Every kind, in the order of the table in `docs/sentinels.md`.
            pub const fn all() -> &'static [Self] {
                &[$(Self::$variant,)+]
            }

            /// The word that stands for this kind in an id.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// 401: nobody is signed in.
    SignedOut = "401",
    /// 403: signed in, but not allowed.
    Forbidden = "403",
    /// 404: no such campaign.
    NotFound = "404",
    /// 409: the campaign is in another state.
    Conflict = "409",
    /// 422: a parameter is refused, with `errors[]`.
    Refused = "422",
    /// 429 with `Retry-After: 7`.
    RateLimited = "429",
    /// 500: the server failed.
    ServerFailed = "500",
    /// 502 with the HTML page of a proxy.
    BadGatewayPage = "502html",
    /// 503 with `Retry-After: 30`.
    Unavailable = "503",
    /// 504: the server behind did not answer in time.
    GatewayTimeout = "504",
    /// The good answer after 3 seconds.
    Slow = "slow",
    /// The good answer after 12 seconds.
    Late = "late",
    /// No answer; the connection is dropped after 10 minutes.
    Hang = "hang",
    /// Headers and half of the body, then the connection breaks.
    Cut = "cut",
    /// Headers and half of the body, then nothing more; the connection breaks after 10 minutes.
    Stall = "stall",
    /// A complete answer whose JSON ends in the middle.
    Truncated = "truncated",
    /// 200 with bytes that are not JSON.
    Garbage = "garbage",
    /// 200 with an empty body.
    Empty = "empty",
    /// 200 with the HTML of a login page.
    LoginPage = "html200",
    /// One required field deep inside has the wrong type.
    WrongType = "wrongtype",
    /// One row of each table has wrong types, the others are fine.
    WrongRow = "wrongrow",
    /// One optional block is a string, the others are fine.
    WrongBlock = "wrongblock",
    /// Codes that no console has heard of, between known ones.
    UnknownEnum = "unknownenum",
    /// Every optional property is null, whole blocks included.
    Nulls = "nulls",
    /// Blocks stay, every optional figure and text inside is null.
    NullsDeep = "nullsdeep",
    /// Every optional property is left out, whole blocks included.
    Absent = "absent",
    /// Blocks stay, every optional figure and text inside is left out.
    AbsentDeep = "absentdeep",
    /// Properties that the contract does not know, in every object.
    Extra = "extra",
    /// A valid answer of 10 MB.
    Huge = "huge",
    /// Markup, script addresses, bidi controls, formulas and endless words.
    Hostile = "hostile",
    /// Negative, fractional and extreme figures.
    Numbers = "numbers",
    /// A clock three hours ahead, dates in 1970 and 9999.
    Skew = "skew",
    /// Figures that contradict each other.
    Contradictory = "contradictory",
}

impl Kind {
    /// The kind that a word stands for, if any.
    pub fn named(word: &str) -> Option<Self> {
        Self::all().iter().copied().find(|kind| kind.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use std::collections::HashSet;

    /// The first cell of each row of the table, without its code marks.
    fn documented() -> Vec<&'static str> {
        include_str!("../../../docs/sentinels.md")
            .lines()
            .filter_map(|line| line.strip_prefix("| `fault-"))
            .filter_map(|rest| rest.split_once('`'))
            .map(|(word, _)| word)
            .collect()
    }

    #[test]
    fn the_table_in_the_docs_names_exactly_these_kinds() {
        let in_code: Vec<_> = Kind::all().iter().map(|kind| kind.word()).collect();
        assert_eq!(documented(), in_code);
    }

    #[test]
    fn no_two_kinds_share_a_word_and_each_is_found_by_its_own() {
        let words: HashSet<_> = Kind::all().iter().map(|kind| kind.word()).collect();
        assert_eq!(words.len(), Kind::all().len());
        for kind in Kind::all() {
            assert_eq!(Kind::named(kind.word()), Some(*kind));
        }
        assert_eq!(Kind::named("50"), None);
    }
}
