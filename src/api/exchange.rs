//! One HTTP exchange, free of the browser: what is sent, and what came back.

/// What a request does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Reads.
    Get,
    /// Asks for something, or reads with a body.
    Post,
    /// Replaces.
    Put,
    /// Changes a part.
    Patch,
    /// Removes.
    Delete,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// As it stands in a request: `GET`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// The verb of a word in capitals.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.word() == word)
    }
}

/// A request that is about to leave. Whoever sends it adds what signs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// What it does.
    pub verb: Verb,
    /// Where to, with the API's base and the query.
    pub url: String,
    /// Further headers, such as `Content-Type`.
    pub headers: Vec<(String, String)>,
    /// The body, when there is one.
    pub body: Option<String>,
}

/// An answer, whatever its status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The HTTP status, 200 to 599, or 304.
    pub status: u16,
    /// Its headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body; empty when there is none.
    pub body: Vec<u8>,
}

impl Incoming {
    /// A header by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_known_by_its_word() {
        for verb in Verb::ALL {
            assert_eq!(Verb::from_word(verb.word()), Some(verb));
        }
        assert_eq!(Verb::from_word("get"), None);
    }

    #[test]
    fn a_header_is_found_by_its_name() {
        let incoming = Incoming {
            status: 200,
            headers: vec![("x-total-count".to_owned(), "7".to_owned())],
            body: Vec::new(),
        };
        assert_eq!(incoming.header("x-total-count"), Some("7"));
        assert_eq!(incoming.header("link"), None);
    }
}
