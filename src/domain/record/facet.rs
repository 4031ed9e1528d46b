//! The values that records can be filtered by, in words.

use super::RecordPage;
use super::status::RecordStatus;
use crate::domain::block::good_rows;
use crate::domain::call::CallFacet;
use crate::domain::facet::{Choice, Faceted};
use crate::domain::format::Formats;
use crate::domain::route::RecordFilter;

impl Faceted for RecordPage {
    type Filter = RecordFilter;

    fn filter_name(filter: RecordFilter) -> &'static str {
        match filter {
            RecordFilter::Status => "Status",
            RecordFilter::Outcome => "Outcome",
            RecordFilter::Step => "Failed step",
            RecordFilter::Spinner => "Spinner",
        }
    }

    fn choices(&self, filter: RecordFilter, formats: &Formats<'_>) -> Vec<Choice> {
        let facets = facets(self, filter).iter();
        let choice = |facet: &CallFacet| Choice {
            count: Some(formats.count(facet.count)),
            ..self.choice(filter, &facet.value, formats)
        };
        facets.map(choice).collect()
    }

    fn choice(&self, filter: RecordFilter, value: &str, _: &Formats<'_>) -> Choice {
        let status = RecordStatus::from_wire(value);
        let (label, mark) = match filter {
            RecordFilter::Status => {
                let mark = (status.tone(), status.glyph());
                (status.label().into_owned(), Some(mark))
            }
            RecordFilter::Spinner => (spinner_name(self, value), None),
            // Codes of the spinner's own steps, as its makers know them.
            RecordFilter::Outcome | RecordFilter::Step => (value.to_owned(), None),
        };
        Choice {
            value: value.to_owned(),
            label,
            mark,
            count: None,
        }
    }
}

fn facets(page: &RecordPage, filter: RecordFilter) -> &[CallFacet] {
    let facets = page.filters.value().and_then(|facets| facets.of(filter));
    facets.unwrap_or_default()
}

/// What a spinner is called; its ID when that is not told.
fn spinner_name(page: &RecordPage, id: &str) -> String {
    let mut facets = facets(page, RecordFilter::Spinner).iter();
    let facet = facets.find(|facet| facet.value == id);
    let label = facet
        .and_then(|facet| facet.label.as_deref())
        .map(str::trim);
    label
        .filter(|label| !label.is_empty())
        .unwrap_or(id)
        .to_owned()
}

/// The name of a contact among a page's records.
pub fn contact_name<'a>(page: &'a RecordPage, id: &str) -> Option<&'a str> {
    let mut contacts = good_rows(&page.items).filter_map(|record| record.contact.value());
    let contact = contacts.find(|contact| contact.id.as_deref() == Some(id))?;
    contact.name.as_deref()
}

/// What a run is called among a page's records: "Payment reminder v7".
pub fn run_name(page: &RecordPage, id: &str) -> Option<String> {
    let mut runs = good_rows(&page.items).filter_map(|record| record.job.value());
    let run = runs.find(|run| run.id.0 == id)?;
    let name = run.spinner.as_deref()?;
    Some(match run.version.copied() {
        Some(version) => format!("{name} v{version}"),
        None => name.to_owned(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;

    fn page() -> RecordPage {
        decode(
            r#"{"items":[{"id":"rec_1","status":"failed","contact":{"id":"ct_1","name":"Keisha Brandt"},
                 "job":{"id":"job_1","spinner":"Payment reminder","version":7}}, 7],
               "page":{"size":50},"filters":{
                 "status":[{"value":"failed","count":1037},{"value":"odd_one","count":1}],
                 "outcome":[{"value":"ai_timeout","count":29}],
                 "spinner":[{"value":"spn_1","count":3,"label":"Payment reminder"},{"value":"spn_2","count":1}]}}"#,
        )
        .unwrap()
    }

    #[test]
    fn every_value_is_in_words_with_its_count() {
        let told = |filter| {
            mock::at(0, |formats| {
                let choices = page().choices(filter, formats).into_iter();
                let told = choices.map(|choice| (choice.label, choice.count.unwrap()));
                told.collect::<Vec<_>>()
            })
        };
        let pair = |label: &str, count: &str| (label.to_owned(), count.to_owned());
        assert_eq!(
            told(RecordFilter::Status),
            [pair("Failed", "1,037"), pair("Odd one", "1")]
        );
        assert_eq!(told(RecordFilter::Outcome), [pair("ai_timeout", "29")]);
        assert_eq!(
            told(RecordFilter::Spinner),
            [pair("Payment reminder", "3"), pair("spn_2", "1")]
        );
        assert!(told(RecordFilter::Step).is_empty());
    }

    #[test]
    fn contacts_and_runs_are_named_by_the_records_on_screen() {
        let page = page();
        assert_eq!(contact_name(&page, "ct_1"), Some("Keisha Brandt"));
        assert_eq!(contact_name(&page, "ct_2"), None);
        assert_eq!(
            run_name(&page, "job_1").as_deref(),
            Some("Payment reminder v7")
        );
        assert_eq!(run_name(&page, "job_2"), None);
    }
}
