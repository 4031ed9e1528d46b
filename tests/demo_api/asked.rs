//! Query parameters: read, checked, and refused with the place and the reason.

use crate::problem::Problem;
use crate::zone::Ms;

/// Rows a page when nothing is said.
const DEFAULT_SIZE: i64 = 50;
const LARGEST_SIZE: i64 = 200;
const LAST_PAGE: i64 = 1_000_000_000;

/// Query parameters as sent, and what is wrong with them so far.
#[derive(Debug)]
pub struct Asked {
    pairs: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

/// Which page is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageAsked {
    Number(i64),
    Cursor(String),
}

impl Asked {
    /// Takes the parameters.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self {
            pairs,
            errors: Vec::new(),
        }
    }

    fn refuse(&mut self, name: &str, detail: String) {
        self.errors.push((format!("/query/{name}"), detail));
    }

    /// A parameter that may be given once.
    pub fn one(&mut self, name: &str, longest: usize) -> Option<String> {
        let given = self.many(name, longest);
        if given.len() > 1 {
            self.refuse(name, format!("{name} is given more than once."));
        }
        given.into_iter().next()
    }

    /// A parameter that may be given several times.
    pub fn many(&mut self, name: &str, longest: usize) -> Vec<String> {
        let given: Vec<String> = self
            .pairs
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
            .collect();
        if given.iter().any(|value| value.chars().count() > longest) {
            self.refuse(name, format!("{name} is longer than {longest} characters."));
        }
        given
    }

    /// Several values, or `None` when the parameter is absent.
    pub fn some(&mut self, name: &str, longest: usize) -> Option<Vec<String>> {
        let given = self.many(name, longest);
        (!given.is_empty()).then_some(given)
    }

    /// An instant with an offset.
    pub fn instant(&mut self, name: &str) -> Option<Ms> {
        let text = self.one(name, 60)?;
        let instant = chrono::DateTime::parse_from_rfc3339(&text);
        if instant.is_err() {
            self.refuse(
                name,
                format!("{name} must be a time with an offset, as in RFC 3339."),
            );
        }
        instant.ok().map(|at| at.timestamp_millis())
    }

    fn whole(&mut self, name: &str, low: i64, high: i64) -> Option<i64> {
        let text = self.one(name, 20)?;
        let number = text
            .parse()
            .ok()
            .filter(|number| (low..=high).contains(number));
        if number.is_none() {
            self.refuse(
                name,
                format!("{name} must be a whole number from {low} to {high}."),
            );
        }
        number
    }

    /// A sort key, read by `parse`.
    pub fn sort<T>(&mut self, default: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.one("sort", 40).unwrap_or_else(|| default.to_owned());
        let sort = parse(&text);
        if sort.is_none() {
            self.refuse("sort", format!("There is no sort \u{201c}{text}\u{201d}."));
        }
        sort
    }

    /// Rows a page.
    pub fn size(&mut self) -> i64 {
        self.whole("size", 1, LARGEST_SIZE).unwrap_or(DEFAULT_SIZE)
    }

    /// The page, by number or by cursor.
    pub fn page(&mut self) -> Result<PageAsked, Problem> {
        let number = self.pairs.iter().any(|(key, _)| key == "page");
        let cursor = self.one("cursor", 400);
        match cursor {
            Some(_) if number => Err(Problem::unreadable(
                "A page is asked for by page or by cursor, not by both.",
            )),
            Some(cursor) => Ok(PageAsked::Cursor(cursor)),
            None => Ok(PageAsked::Number(
                self.whole("page", 1, LAST_PAGE).unwrap_or(1),
            )),
        }
    }

    /// Refuses the request if anything was wrong.
    pub fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(Problem::invalid(self.errors))
        }
    }
}
