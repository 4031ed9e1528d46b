//! The values that the call log can be filtered by, in words.

use super::{CallFacet, CallPage};
use crate::domain::attempt_state::AttemptState;
use crate::domain::block::good_rows;
use crate::domain::facet::{Choice, Faceted};
use crate::domain::failure_class::of_sip;
use crate::domain::format::Formats;
use crate::domain::route::CallFilter;

impl Faceted for CallPage {
    type Filter = CallFilter;

    fn filter_name(filter: CallFilter) -> &'static str {
        name(filter)
    }

    fn choices(&self, filter: CallFilter, formats: &Formats<'_>) -> Vec<Choice> {
        choices(self, filter, formats)
    }

    fn choice(&self, filter: CallFilter, value: &str, formats: &Formats<'_>) -> Choice {
        choice(self, filter, value, formats)
    }
}

/// What a property is called.
fn name(filter: CallFilter) -> &'static str {
    match filter {
        CallFilter::Campaign => "Campaign",
        CallFilter::State => "State",
        CallFilter::Disposition => "Disposition",
        CallFilter::SipStatus => "SIP status",
        CallFilter::From => "From number",
    }
}

/// The values on offer; empty when the server does not say any.
fn choices(page: &CallPage, filter: CallFilter, formats: &Formats<'_>) -> Vec<Choice> {
    let facets = page.filters.value().and_then(|facets| facets.of(filter));
    let facets = facets.unwrap_or_default().iter();
    let choice = |facet: &CallFacet| Choice {
        count: Some(formats.count(facet.count)),
        ..choice(page, filter, &facet.value, formats)
    };
    facets.map(choice).collect()
}

/// One value, also one that is not on offer.
fn choice(page: &CallPage, filter: CallFilter, value: &str, formats: &Formats<'_>) -> Choice {
    let mut mark = None;
    let label = match filter {
        CallFilter::Campaign => campaign_name(page, value).unwrap_or(value).to_owned(),
        CallFilter::State => {
            let state = AttemptState::from_wire(value);
            mark = Some((state.tone(), state.glyph()));
            state.label().into_owned()
        }
        CallFilter::SipStatus => match value.parse().ok().and_then(of_sip) {
            Some(class) => {
                mark = Some((class.tone(), class.glyph()));
                [value, " · ", &class.label()].concat()
            }
            None => value.to_owned(),
        },
        CallFilter::From => formats.phone(value),
        CallFilter::Disposition => value.to_owned(),
    };
    Choice {
        value: value.to_owned(),
        label,
        mark,
        count: None,
    }
}

/// What a campaign is called: in the server's filters, else in its calls.
pub fn campaign_name<'a>(page: &'a CallPage, id: &str) -> Option<&'a str> {
    let facets = page
        .filters
        .value()
        .and_then(|facets| facets.of(CallFilter::Campaign));
    let mut facets = facets.unwrap_or_default().iter();
    let labeled = facets
        .find(|facet| facet.value == id)
        .and_then(|facet| facet.label.as_deref());
    let mut campaigns = good_rows(&page.items).filter_map(|call| call.campaign.value());
    let told = || {
        campaigns
            .find(|campaign| campaign.id == id)?
            .name
            .as_deref()
    };
    labeled.or_else(told).filter(|name| !name.trim().is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;
    use crate::domain::mock;

    fn page() -> CallPage {
        let campaign = r#"{"id":"c2","name":"Told by a call"}"#;
        decode(&format!(
            r#"{{"items":[{{"id":"1","state":"completed","started_at":"","campaign":{campaign}}}, 7],
               "page":{{"size":50}},"filters":{{
                 "campaign":[{{"value":"c1","count":1234,"label":"Labeled"}},{{"value":"c2","count":1}},{{"value":"c3","count":0}}],
                 "state":[{{"value":"amd_machine","count":2}},{{"value":"odd","count":1}}],
                 "sip_status":[{{"value":"486","count":2}},{{"value":"200","count":1}},{{"value":"x","count":1}}],
                 "from":[{{"value":"+13125550142","count":3}}],
                 "disposition":null}}}}"#
        ))
        .unwrap()
    }

    fn labels(filter: CallFilter) -> Vec<String> {
        let page = page();
        mock::at(0, |formats| {
            choices(&page, filter, formats)
                .into_iter()
                .map(|choice| choice.label)
                .collect()
        })
    }

    #[test]
    fn every_value_is_in_words() {
        assert_eq!(
            labels(CallFilter::Campaign),
            ["Labeled", "Told by a call", "c3"]
        );
        assert_eq!(labels(CallFilter::State), ["Machine", "Odd"]);
        assert_eq!(
            labels(CallFilter::SipStatus),
            ["486 · Retry soon", "200", "x"]
        );
        assert_eq!(labels(CallFilter::From), ["+1 312 555 0142"]);
        assert!(labels(CallFilter::Disposition).is_empty());
    }

    #[test]
    fn a_count_is_told_only_where_it_is_reported() {
        let page = page();
        mock::at(0, |formats| {
            let offered = choices(&page, CallFilter::Campaign, formats);
            assert_eq!(offered[0].count.as_deref(), Some("1,234"));
            let old = choice(&page, CallFilter::State, "completed", formats);
            assert_eq!((old.label.as_str(), old.count), ("Completed", None));
        });
    }

    #[test]
    fn every_filter_has_its_name() {
        let names = CallFilter::ALL.map(CallPage::filter_name);
        let expected = [
            "Campaign",
            "State",
            "Disposition",
            "SIP status",
            "From number",
        ];
        assert_eq!(names, expected);
    }
}
