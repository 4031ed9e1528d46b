//! The contract in an operator's words: what each screen shows, by the members
//! that it is made of, and what is lost without them.

mod campaigns;
mod jobs;
mod live;
mod tasks;

/// What one screen, or part of one, is made of.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Its name on screen.
    pub title: &'static str,
    /// The resource of the contract behind it.
    pub resource: &'static str,
    /// What stands on it.
    pub members: &'static [Member],
    /// What it can be narrowed by: the query's name, and in words after "by".
    pub filters: &'static [(&'static str, &'static str)],
    /// Orders that it can have: the key without a sign, and in words after "by".
    pub sorts: &'static [(&'static str, &'static str)],
    /// What can be done there, by the name of the action.
    pub actions: &'static [&'static str],
    /// What kind of thing those are done to, as in `actions` of the contract.
    pub of: &'static str,
    /// What it means that none of it is reported.
    pub without: &'static str,
}

/// One thing that stands on a screen.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its path in the contract.
    pub path: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// What it means that it is not reported; empty where that is plain.
    pub without: &'static str,
}

const fn member(path: &'static str, label: &'static str) -> Member {
    Member {
        path,
        label,
        without: "",
    }
}

const fn telling(path: &'static str, label: &'static str, without: &'static str) -> Member {
    Member {
        path,
        label,
        without,
    }
}

/// A section that cannot be narrowed, ordered or acted on.
const PLAIN: Section = Section {
    title: "",
    resource: "",
    members: &[],
    filters: &[],
    sorts: &[],
    actions: &[],
    of: "",
    without: "",
};

/// Every section, in the order of the navigation.
pub fn sections() -> impl Iterator<Item = &'static Section> {
    let groups = [
        live::LIVE,
        campaigns::CAMPAIGNS,
        tasks::TASKS_AND_CALLS,
        jobs::JOBS,
    ];
    groups.into_iter().flatten()
}

/// A resource in words: "the call log"; the name itself, where it is not known.
pub fn title(resource: &str) -> &str {
    sections()
        .find(|section| section.resource == resource)
        .map_or(resource, |section| section.title)
}

/// What a list is filtered by, in words: "disposition".
pub fn filter_words<'a>(resource: &str, name: &'a str) -> &'a str {
    words(resource, name, |section| section.filters)
}

/// What a list is sorted by, in words: "last attempt". `word` may have a sign.
pub fn sort_words<'a>(resource: &str, word: &'a str) -> &'a str {
    words(resource, word.trim_start_matches('-'), |section| {
        section.sorts
    })
}

fn words<'a>(
    resource: &str,
    name: &'a str,
    of: fn(&Section) -> &'static [(&'static str, &'static str)],
) -> &'a str {
    sections()
        .filter(|section| section.resource == resource)
        .flat_map(of)
        .find(|(known, _)| *known == name)
        .map_or(name, |(_, words)| words)
}
