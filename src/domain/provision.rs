//! What this API provides, screen by screen, in an operator's words.

use super::block::good_rows;
use super::capabilities::{Capabilities, Extent, Note, covers};
use super::spelling::humanized;
use catalog::Section;

mod blocks;
pub mod catalog;
mod reasons;
mod ticket;

pub use blocks::{Absent, unreported_blocks};
pub use reasons::{cannot_filter, cannot_sort, no_action, not_reported};
pub use ticket::ticket;

/// Said where the API does not tell what it reports.
pub const UNSAID: &str = "This API does not say what it leaves out. Everything is expected of it, \
    and what it does not send is marked where it is missing.";

/// The page of what an API provides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What answers, with its version.
    pub product: Option<String>,
    /// What translates it into the contract: "Dograh 1.42".
    pub mapping: Option<String>,
    /// What that is, in a sentence.
    pub about: Option<String>,
    /// Whether the API says what it reports; where it does not, everything is
    /// taken to be.
    pub says: bool,
    /// Screen by screen, those that there are first.
    pub sections: Vec<Provided>,
    /// Notes that belong to no section.
    pub notes: Vec<String>,
}

/// How much of a section there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Everything, or everything is taken to be.
    All,
    /// Some of it.
    Some,
    /// None of it.
    Nothing,
}

/// What of one section is provided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provided {
    /// Its name on screen.
    pub title: &'static str,
    /// How much of it there is.
    pub share: Share,
    /// What is there, by its names on screen.
    pub there: Vec<String>,
    /// What is not.
    pub missing: Vec<Missing>,
    /// What it can be filtered by, sorted by, and what can be done there.
    pub offers: Vec<Offer>,
    /// What it means that nothing of it is reported, and words of whoever
    /// provides the API.
    pub remarks: Vec<String>,
}

/// Something that is not reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its name on screen.
    pub label: String,
    /// Why, and what that means; may be empty.
    pub remarks: Vec<String>,
}

/// What can be done with a list, or to a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// "Filters", "Sorting", "Actions".
    pub kind: &'static str,
    /// What of it there is.
    pub there: Vec<String>,
    /// What of it there is not.
    pub missing: Vec<String>,
}

/// What an API provides.
pub fn report(known: &Capabilities) -> Report {
    let mapping = known.mapping.value();
    let notes = known.notes.value().unwrap_or_default();
    let notes: Vec<&Note> = good_rows(&notes).collect();
    let mut told = vec![false; notes.len()];
    let mut sections: Vec<Provided> = catalog::sections()
        .map(|section| provided(section, known, &notes, &mut told))
        .collect();
    sections.sort_by_key(|section| section.share == Share::Nothing);
    let untold = notes.iter().zip(&told).filter(|(_, told)| !**told);
    let untold = untold.map(|(note, _)| [&*humanized(&note.about), ": ", &*note.text].concat());
    Report {
        product: known.product.as_deref().map(str::to_owned),
        mapping: mapping.as_ref().map(|mapping| {
            let version = mapping.version.as_deref().unwrap_or_default();
            [&*mapping.name, " ", version].concat().trim().to_owned()
        }),
        about: mapping.and_then(|mapping| mapping.about.as_deref().map(str::to_owned)),
        says: !known.resources.is_absent(),
        notes: untold.collect(),
        sections,
    }
}

fn provided(
    section: &'static Section,
    known: &Capabilities,
    notes: &[&Note],
    told: &mut [bool],
) -> Provided {
    let mut noted = |is_about: &dyn Fn(&str) -> bool| {
        let mut words = Vec::new();
        for (note, told) in notes.iter().zip(told.iter_mut()) {
            if is_about(&note.about) {
                *told = true;
                words.push(note.text.clone());
            }
        }
        words
    };
    let has = known.has(section.resource);
    let extent = known.extent(section.resource);
    let mut remarks = noted(&|about| about == section.resource);
    if !has {
        remarks.extend((!section.without.is_empty()).then(|| section.without.to_owned()));
        return Provided {
            title: section.title,
            share: Share::Nothing,
            there: Vec::new(),
            missing: Vec::new(),
            offers: Vec::new(),
            remarks,
        };
    }
    let mut there = Vec::new();
    let mut missing = Vec::new();
    for member in section.members {
        let words = noted(&|about| {
            let named = about.strip_prefix(section.resource);
            let inside = named.and_then(|rest| rest.strip_prefix('.'));
            about == member.path || inside == Some(member.path)
        });
        if extent.reports(member.path) {
            there.push(member.label.to_owned());
            let labelled = |text: String| [member.label, ": ", &*text].concat();
            remarks.extend(words.into_iter().map(labelled));
        } else {
            let without = Some(member.without).filter(|without| !without.is_empty());
            missing.push(Missing {
                label: member.label.to_owned(),
                remarks: words
                    .into_iter()
                    .chain(without.map(str::to_owned))
                    .collect(),
            });
        }
    }
    there.extend(beyond(section, &extent));
    if section.members.is_empty() {
        there.push("Everything".to_owned());
    }
    let offers = offers(section, &extent, known);
    let lacks = !missing.is_empty() || offers.iter().any(|offer| !offer.missing.is_empty());
    Provided {
        title: section.title,
        share: if lacks { Share::Some } else { Share::All },
        there,
        missing,
        offers,
        remarks,
    }
}

/// Members that the API names and the catalog does not, in plain words.
fn beyond(section: &Section, extent: &Extent) -> Vec<String> {
    let Extent::Of(resource) = extent else {
        return Vec::new();
    };
    let fields = resource.fields.value().map(Vec::as_slice);
    let is_known = |path: &str| {
        let always = matches!(path, "id" | "captured_at" | "page" | "items");
        always
            || section
                .members
                .iter()
                .any(|member| covers(member.path, path))
    };
    let unknown = fields.unwrap_or_default().iter();
    let unknown = unknown.filter(|path| !is_known(path));
    unknown.map(|path| humanized(path)).collect()
}

fn offers(section: &Section, extent: &Extent, known: &Capabilities) -> Vec<Offer> {
    let split = |kind, all: &[(&str, &str)], has: &dyn Fn(&str) -> bool| {
        let (there, missing): (Vec<_>, Vec<_>) = all.iter().partition(|(name, _)| has(name));
        let words = |pairs: Vec<&(&str, &str)>| {
            pairs
                .into_iter()
                .map(|(_, words)| (*words).to_owned())
                .collect::<Vec<_>>()
        };
        Offer {
            kind,
            there: words(there),
            missing: words(missing),
        }
    };
    let sorts = |word: &str| extent.sorts_by(word) || extent.sorts_by(&["-", word].concat());
    let actions: Vec<(&str, String)> = section
        .actions
        .iter()
        .map(|name| (*name, super::lifecycle::verb_label(name)))
        .collect();
    let actions: Vec<(&str, &str)> = actions
        .iter()
        .map(|(name, verb)| (*name, &**verb))
        .collect();
    let mut all = vec![
        split("Filters", section.filters, &|name| extent.filters_by(name)),
        split("Sorting", section.sorts, &sorts),
        split("Actions", &actions, &|name| known.can(section.of, name)),
    ];
    all.retain(|offer| !(offer.there.is_empty() && offer.missing.is_empty()));
    all
}

#[cfg(test)]
mod tests;
