//! What is wrong with a mapping, and what to do about it.

use std::fmt;

/// One mistake in a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the document: `lists.campaigns.paging.style`; empty for the
    /// document itself.
    pub path: String,
    /// What is wrong there, without a period at its end.
    pub problem: String,
    /// What to write instead, without a period at its end; may be empty.
    pub fix: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.path {
            "" => write!(f, "The mapping: {}.", self.problem)?,
            path => write!(f, "{path}: {}.", self.problem)?,
        }
        match &*self.fix {
            "" => Ok(()),
            fix if fix.ends_with('?') => write!(f, " {fix}"),
            fix => write!(f, " {fix}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_in_one_line() {
        let fault = |path: &str, fix: &str| Fault {
            path: path.to_owned(),
            problem: "\"pages\" is no paging style".to_owned(),
            fix: fix.to_owned(),
        };
        assert_eq!(
            fault("lists.jobs.paging.style", "Write one of none, page").to_string(),
            "lists.jobs.paging.style: \"pages\" is no paging style. Write one of none, page."
        );
        assert_eq!(
            fault("", "Did you mean \"page\"?").to_string(),
            "The mapping: \"pages\" is no paging style. Did you mean \"page\"?"
        );
        assert_eq!(
            fault("a", "").to_string(),
            "a: \"pages\" is no paging style."
        );
    }
}
