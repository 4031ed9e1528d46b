//! What an API provides, as text for a ticket.

use super::{Provided, Report, Share};

/// The whole report as plain text.
pub fn ticket(report: &Report) -> String {
    let mut lines = vec!["What this API provides".to_owned()];
    let mut told = |label: &str, value: &Option<String>| {
        if let Some(value) = value {
            lines.push([label, ": ", &**value].concat());
        }
    };
    told("Answers", &report.product);
    told("Mapping", &report.mapping);
    told("About", &report.about);
    if !report.says {
        lines.push(super::UNSAID.to_owned());
    }
    lines.extend(report.notes.iter().map(|note| ["Note: ", &**note].concat()));
    for section in &report.sections {
        lines.push(String::new());
        lines.extend(of_section(section));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn of_section(section: &Provided) -> Vec<String> {
    let share = match section.share {
        Share::All => "",
        Share::Some => " (in part)",
        Share::Nothing => " (not reported)",
    };
    let mut lines = vec![[section.title, share].concat()];
    let listed = |label: &str, words: &[String]| {
        (!words.is_empty()).then(|| ["  ", label, ": ", &*words.join(", ")].concat())
    };
    lines.extend(
        section
            .remarks
            .iter()
            .map(|remark| ["  ", &**remark].concat()),
    );
    lines.extend(listed("Provided", &section.there));
    lines.extend(section.missing.iter().map(|missing| {
        let remarks = missing.remarks.join(" ");
        let joint = if remarks.is_empty() { "" } else { ". " };
        ["  Not reported: ", &*missing.label, joint, &*remarks].concat()
    }));
    for offer in &section.offers {
        lines.extend(listed(offer.kind, &offer.there));
        let none = [offer.kind, " that it lacks"].concat();
        lines.extend(listed(&none, &offer.missing));
    }
    lines
}

impl Provided {
    /// Whether a text in small letters stands anywhere in the section.
    pub fn holds(&self, text: &str) -> bool {
        of_section(self)
            .join("\n")
            .to_lowercase()
            .contains(text.trim())
    }
}
