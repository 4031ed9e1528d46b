//! Sentences in which the figures stand out.

/// A sentence made of plain and strong pieces, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich(pub Vec<Span>);

/// One piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words, with the spaces that belong around them.
    pub text: String,
    /// Whether the words carry the point of the sentence.
    pub strong: bool,
}

impl Rich {
    /// A sentence without strong words.
    pub fn of(text: &str) -> Self {
        Self::default().text(text)
    }

    /// Goes on with plain words.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        self.with(text, false)
    }

    /// Goes on with strong words.
    #[must_use]
    pub fn strong(self, text: &str) -> Self {
        self.with(text, true)
    }

    /// The sentence as plain text, for speech and for copying.
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    fn with(mut self, text: &str, strong: bool) -> Self {
        if !text.is_empty() {
            self.0.push(Span {
                text: text.to_owned(),
                strong,
            });
        }
        self
    }
}

/// `text` cut to at most `limit` characters, the cut marked with "…".
///
/// For names inside a sentence of a fixed length; where a name stands alone it
/// is shown whole.
pub fn clipped(text: &str, limit: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let kept: String = text.chars().take(limit.saturating_sub(1)).collect();
    [kept.trim_end(), "…"].concat()
}

/// `text` as a sentence: its first letter large, and one full stop at its end.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let end = if text.ends_with(['.', '!', '?', '…', ':']) {
        ""
    } else {
        "."
    };
    let first: String = first.to_uppercase().collect();
    [first.as_str(), letters.as_str(), end].concat()
}

/// `text` with its first letter small, to go on in a sentence.
pub fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    [&*first.unwrap_or_default(), letters.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_every_word_and_space() {
        let rich = Rich::default()
            .strong("2 of 8 numbers")
            .text(" are out. ")
            .text("")
            .text("Wait.");
        assert_eq!(rich.plain(), "2 of 8 numbers are out. Wait.");
        assert_eq!(rich.0.len(), 3);
        assert!(
            rich.0
                .iter()
                .any(|span| span.strong && span.text == "2 of 8 numbers")
        );
    }

    #[test]
    fn clipping_counts_characters_and_marks_the_cut() {
        assert_eq!(clipped("Inês Duarte", 11), "Inês Duarte");
        assert_eq!(clipped("Inês Duarte", 10), "Inês Duar…");
        assert_eq!(clipped("Claims outreach", 8), "Claims…");
        assert_eq!(clipped("x", 0), "…");
        assert_eq!(clipped("  ", 0), "");
    }

    #[test]
    fn words_go_on_in_a_sentence() {
        for (given, expected) in [("Élan vital", "élan vital"), ("", ""), ("5 min", "5 min")] {
            assert_eq!(uncapitalized(given), expected);
        }
    }

    #[test]
    fn a_sentence_starts_large_and_stops_once() {
        for (given, expected) in [
            ("wrong list", "Wrong list."),
            ("Wrong list.", "Wrong list."),
            (" élan… ", "Élan…"),
            ("", ""),
        ] {
            assert_eq!(sentence(given), expected);
        }
    }
}
