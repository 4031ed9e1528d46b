//! The workspace above the list of campaigns, from what the list reports.

use super::block::good_rows;
use super::campaign::CampaignPage;
use super::format::Formats;
use super::severity::Severity;
use super::status::CampaignStatus;

/// One figure of the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub label: &'static str,
    /// The figure.
    pub value: String,
    /// More about it; may be empty.
    pub sub: String,
    /// Whether it asks for a person.
    pub bad: bool,
}

/// Running, paused, lines of the tenant, and what needs attention on this
/// page. Figures that the API does not report are left out.
pub fn figures(page: &CampaignPage, formats: &Formats<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    if let Some(tally) = page.status_counts.value() {
        let of = |wanted: CampaignStatus| {
            let same = |word: &str| CampaignStatus::from_wire(word) == wanted;
            tally
                .iter()
                .filter(|(word, _)| same(word))
                .fold(0_i64, |sum, (_, n)| sum.saturating_add(n))
        };
        let all = tally
            .iter()
            .fold(0_i64, |sum, (_, n)| sum.saturating_add(n));
        let of_all = format!("of {} campaigns", formats.count(all));
        figures.push(plain(
            "Running",
            formats.count(of(CampaignStatus::Running)),
            of_all,
        ));
        figures.push(plain(
            "Paused",
            formats.count(of(CampaignStatus::Paused)),
            String::new(),
        ));
    }
    figures.extend(lines(page, formats));
    figures.extend(attention(page, formats));
    figures
}

fn plain(label: &'static str, value: String, sub: String) -> Figure {
    Figure {
        label,
        value,
        sub,
        bad: false,
    }
}

fn lines(page: &CampaignPage, formats: &Formats<'_>) -> Option<Figure> {
    let tenant = page.tenant.value()?;
    let used = tenant.lines_in_use.copied()?;
    let sub = tenant.line_cap.copied().map(|cap| {
        format!(
            "of {}, {} free",
            formats.count(cap),
            formats.count(cap.saturating_sub(used))
        )
    });
    Some(plain(
        "Calls on lines",
        formats.count(used),
        sub.unwrap_or_default(),
    ))
}

/// Counted over the rows on this page, and said so.
fn attention(page: &CampaignPage, formats: &Formats<'_>) -> Option<Figure> {
    let mut reported = false;
    let (mut critical, mut warnings) = (0_i64, 0_i64);
    for summary in good_rows(&page.items) {
        let Some(why) = summary.why.value() else {
            continue;
        };
        reported = true;
        match Severity::from_wire(&why.severity) {
            Severity::Critical => critical += 1,
            Severity::Warning => warnings += 1,
            _ => {}
        }
    }
    let noun = if warnings == 1 { "warning" } else { "warnings" };
    reported.then(|| Figure {
        label: "Needs attention",
        value: formats.count(critical.saturating_add(warnings)),
        sub: format!(
            "{} critical, {} {noun} on this page",
            formats.count(critical),
            formats.count(warnings)
        ),
        bad: critical > 0,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::format::{PlainLocale, Zone};
    use crate::domain::json::decode;

    fn told(json: &str) -> Vec<(&'static str, String, String)> {
        let page: CampaignPage = decode(json).unwrap();
        let formats = Formats {
            locale: &PlainLocale,
            zone: &Zone::Utc,
            now: 0,
        };
        figures(&page, &formats)
            .into_iter()
            .map(|f| (f.label, f.value, f.sub))
            .collect()
    }

    #[test]
    fn only_what_is_reported_is_shown() {
        assert!(told(r#"{"items":[],"page":{"size":50}}"#).is_empty());
        let figures = told(
            r#"{"items":[
                {"id":"a","name":"A","status":"paused","why":{"severity":"critical","text":"x"}},
                {"id":"b","name":"B","status":"running","why":{"severity":"warning","text":"y"}}],
              "page":{"size":50},"status_counts":{"running":4,"paused":1,"draft":2},
              "tenant":{"lines_in_use":74,"line_cap":120}}"#,
        );
        let expected = [
            ("Running", "4", "of 7 campaigns"),
            ("Paused", "1", ""),
            ("Calls on lines", "74", "of 120, 46 free"),
            ("Needs attention", "2", "1 critical, 1 warning on this page"),
        ];
        let expected: Vec<_> = expected
            .map(|(a, b, c)| (a, b.to_owned(), c.to_owned()))
            .into();
        assert_eq!(figures, expected);
    }

    #[test]
    fn attention_is_bad_only_where_something_is_critical() {
        for (severity, bad) in [("critical", true), ("warning", false)] {
            let why = serde_json::json!({"severity": severity, "text": "x"});
            let page = serde_json::json!({"page": {"size": 50}, "items":
                [{"id": "a", "name": "A", "status": "paused", "why": why}]});
            let page: CampaignPage = decode(&page.to_string()).unwrap();
            let formats = Formats {
                locale: &PlainLocale,
                zone: &Zone::Utc,
                now: 0,
            };
            let found = figures(&page, &formats).pop().unwrap();
            assert_eq!((found.label, found.bad), ("Needs attention", bad));
        }
    }
}
