//! From the text of a path to its steps.

use super::{Misread, Path, Start, Step};

/// Most steps of one path.
const MOST: usize = 32;

pub(super) fn path(text: &str) -> Result<Path, Misread> {
    let mut reader = Reader { text, rest: text };
    let mut start = Start::Row;
    let mut steps = Vec::new();
    if reader.passes('$') {
        start = reader.start()?;
    } else if !text.is_empty() && !text.starts_with('[') {
        steps.push(Step::Member(reader.name()?));
    }
    while !reader.rest.is_empty() {
        if steps.len() == MOST {
            return reader.misread("the path has too many steps");
        }
        if reader.passes('.') {
            steps.push(Step::Member(reader.name()?));
        } else if reader.passes('[') {
            steps.push(reader.bracket()?);
        } else {
            return reader.misread("expected \".\" or \"[\"");
        }
    }
    let is_text = matches!(start, Start::Key | Start::Header(_));
    if is_text && !steps.is_empty() {
        return reader.misread("nothing can follow a key or a header");
    }
    Ok(Path {
        text: text.to_owned(),
        start,
        steps,
    })
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn start(&mut self) -> Result<Start, Misread> {
        let name = self.name()?;
        Ok(match &*name {
            "answer" => Start::Answer,
            "row" => Start::Around,
            "key" => Start::Key,
            "header" => {
                if !self.passes('.') {
                    return self.misread("expected \".\" and the header's name");
                }
                Start::Header(self.name()?.to_ascii_lowercase())
            }
            _ => Start::Merge(name),
        })
    }

    /// A name without quotes: up to the next dot or bracket.
    fn name(&mut self) -> Result<String, Misread> {
        let end = self.rest.find(['.', '[', ']', '"']);
        let (name, rest) = end
            .and_then(|end| self.rest.split_at_checked(end))
            .unwrap_or((self.rest, ""));
        if name.is_empty() {
            return self.misread("expected a name");
        }
        if name.contains(char::is_whitespace) {
            return self.misread("a name with a space needs brackets and quotes");
        }
        self.rest = rest;
        Ok(name.to_owned())
    }

    /// What stands between brackets, the first of which is passed.
    fn bracket(&mut self) -> Result<Step, Misread> {
        if self.passes(']') {
            return Ok(Step::All);
        }
        if self.passes('"') {
            return self.quoted();
        }
        let (inside, _) = self.rest.split_once(']').unwrap_or((self.rest, ""));
        let Ok(index) = inside.parse() else {
            return self.misread("expected a number, \"]\" or a name in quotes");
        };
        self.rest = self.rest.get(inside.len()..).unwrap_or_default();
        self.closed(Step::Item(index))
    }

    fn quoted(&mut self) -> Result<Step, Misread> {
        let mut name = String::new();
        let mut is_escaped = false;
        for (place, letter) in self.rest.char_indices() {
            match letter {
                '\\' if !is_escaped => is_escaped = true,
                '"' if !is_escaped => {
                    self.rest = self.rest.get(place + 1..).unwrap_or_default();
                    return self.closed(Step::Member(name));
                }
                _ => {
                    name.push(letter);
                    is_escaped = false;
                }
            }
        }
        self.misread("the quotes are not closed")
    }

    fn closed(&mut self, step: Step) -> Result<Step, Misread> {
        if self.passes(']') {
            Ok(step)
        } else {
            self.misread("expected \"]\"")
        }
    }

    fn passes(&mut self, letter: char) -> bool {
        match self.rest.strip_prefix(letter) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn misread<T>(&self, problem: &'static str) -> Result<T, Misread> {
        let passed = self.text.len() - self.rest.len();
        let before = self.text.get(..passed).unwrap_or_default();
        Err(Misread {
            letter: before.chars().count() + 1,
            problem,
        })
    }
}
