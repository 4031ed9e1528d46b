//! A running campaign as one card.

use super::campaign_places::rows;
use super::{Cards, LiveCampaign};
use crate::domain::campaign::CampaignId;
use crate::domain::field::Field;
use crate::domain::figures::share;
use crate::domain::format::{ANSWER_RATE_MINIMUM, Formats, NONE};
use crate::domain::severity::Severity;
use crate::domain::status::CampaignStatus;
use std::collections::BTreeSet;

/// One card, every value ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct CampaignCard {
    /// The campaign.
    pub id: CampaignId,
    /// Its name.
    pub name: String,
    /// Its status, when it does not run.
    pub status: Option<CampaignStatus>,
    /// Share of final contacts: "63.5%".
    pub progress: String,
    /// The same from 0 to 1, for the bar.
    pub fraction: f64,
    /// "36 of 60".
    pub lines: String,
    /// "41.1% answered, 2,583 of 6,282".
    pub answers: String,
    /// Whether the sample is too small to judge the answer rate by.
    pub small_sample: bool,
    /// The one thing to know now, with its severity.
    pub why: Option<(Severity, String)>,
    /// Attempts of the day's full steps, the oldest first; empty when not reported.
    pub curve: Vec<f64>,
    /// What the curve says, for those who do not see it.
    pub curve_text: String,
}

/// The cards of the campaigns that have a place and are at work: no others,
/// because writing them all out takes minutes where there are thousands.
pub fn campaign_cards(
    cards: &Cards,
    places: &[CampaignId],
    formats: &Formats<'_>,
) -> Vec<CampaignCard> {
    let places: BTreeSet<&str> = places.iter().map(|id| &*id.0).collect();
    let rows = rows(cards).filter(|row| places.contains(&*row.id.0));
    rows.map(|campaign| card(campaign, formats)).collect()
}

fn card(campaign: &LiveCampaign, formats: &Formats<'_>) -> CampaignCard {
    let progress = campaign.progress.value();
    let progress = progress.and_then(|it| share(it.finished.copied()?, it.total.copied()?));
    let attempts = campaign.attempts.value();
    let answered = attempts.and_then(|it| Some((it.answered.copied()?, it.finished.copied()?)));
    let status = campaign.status.as_deref().map(CampaignStatus::from_wire);
    let curve = curve(campaign);
    CampaignCard {
        id: campaign.id.clone(),
        name: campaign.name.clone(),
        status: status.filter(|status| *status != CampaignStatus::Running),
        progress: progress.map_or_else(|| NONE.to_owned(), |share| formats.percent(share)),
        fraction: progress.map_or(0.0, |share| share.clamp(0.0, 1.0)),
        lines: lines(campaign, formats),
        answers: match answered {
            Some((_, 0)) => "no finished attempts".to_owned(),
            Some((answered, finished)) => {
                let rate = formats.rate(answered, finished, ANSWER_RATE_MINIMUM);
                [&*rate.text, " answered, ", &formats.of(answered, finished)].concat()
            }
            None => "answers not reported".to_owned(),
        },
        small_sample: answered.is_some_and(|(_, finished)| finished < ANSWER_RATE_MINIMUM),
        why: campaign
            .why
            .value()
            .map(|why| (Severity::from_wire(&why.severity), why.text.clone())),
        curve_text: curve_text(campaign, &curve, formats),
        curve: curve.into_iter().map(|attempts| attempts as f64).collect(),
    }
}

fn lines(campaign: &LiveCampaign, formats: &Formats<'_>) -> String {
    let lines = campaign.lines.value();
    let used = lines.and_then(|lines| lines.in_use.copied());
    let limit = lines.and_then(|lines| lines.limit.copied());
    match (used, limit) {
        (Some(used), Some(limit)) => formats.of(used, limit),
        (Some(used), None) => formats.count(used),
        (None, _) => NONE.to_owned(),
    }
}

fn curve(campaign: &LiveCampaign) -> Vec<i64> {
    let attempts = campaign
        .curve
        .value()
        .and_then(|curve| curve.attempts.value());
    let attempts = attempts.map_or(&[][..], Vec::as_slice);
    // The last step still fills: drawn, it would look like a fall.
    let full = attempts.split_last().map_or(&[][..], |(_, full)| full);
    let counts = full.iter().filter_map(Field::copied);
    counts.map(|count| count.max(0)).collect()
}

/// "Attempts per 15 min since 09:00 CST: highest 412, latest full 388."
fn curve_text(campaign: &LiveCampaign, attempts: &[i64], formats: &Formats<'_>) -> String {
    let (Some(highest), Some(latest)) = (attempts.iter().max(), attempts.last()) else {
        return String::new();
    };
    let curve = campaign.curve.value();
    let step = curve.and_then(|curve| curve.bucket_seconds.copied());
    let step = step.map_or_else(String::new, |seconds| {
        [" per ", &*formats.wait(seconds as f64)].concat()
    });
    let from = curve.and_then(|curve| curve.from.value());
    let from = from.map_or_else(String::new, |at| [" since ", &*formats.clock(at)].concat());
    let counts = [
        ": highest ",
        &*formats.count(*highest),
        ", latest full ",
        &formats.count(*latest),
    ];
    ["Attempts", &step, &from, &counts.concat(), "."].concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::mock::cards as mock;
    use serde_json::{Value, json};

    fn drawn(items: &Value) -> Vec<CampaignCard> {
        let cards = mock::cards(&json!({"campaigns": {"items": items}}));
        let places: Vec<CampaignId> = rows(&cards).map(|row| row.id.clone()).collect();
        mock::written(|formats| campaign_cards(&cards, &places, formats))
    }

    #[test]
    fn the_first_card_reads_as_designed() {
        let card = drawn(&json!([{
            "id": "cmp_8f3k2q", "name": "Q4 policy renewals", "status": "running",
            "progress": {"final": 3055, "total": 4812}, "lines": {"in_use": 36, "limit": 60},
            "attempts": {"finished": 6282, "answered": 2583, "dialed": 6318},
            "why": {"severity": "warning", "text": "Number pool full"},
            "curve": {"bucket_seconds": 900, "from": "2026-11-12T09:00:00-06:00", "attempts": [90, 412, null, -3, 388, 7]},
        }]));
        let card = &card[0];
        assert_eq!((&*card.progress, &*card.lines), ("63.5%", "36 of 60"));
        assert_eq!(card.answers, "41.1% answered, 2,583 of 6,282");
        assert_eq!(
            card.why,
            Some((Severity::Warning, "Number pool full".to_owned()))
        );
        assert_eq!(card.curve, [90.0, 412.0, 0.0, 388.0]);
        assert_eq!(
            card.curve_text,
            "Attempts per 15 min since 09:00 CST: highest 412, latest full 388."
        );
        assert_eq!(card.status, None);
    }

    #[test]
    fn what_is_missing_is_no_zero_and_hostile_figures_stay_in_the_bar() {
        let cards = drawn(&json!([
            {"id": "a", "name": "A"},
            {"id": "b", "name": "B", "status": "paused", "progress": {"final": 9, "total": 3},
                "lines": {"in_use": 2, "limit": null}, "attempts": {"finished": 0, "answered": 0},
                "curve": {"attempts": null}},
            {"name": "no id"},
            {"id": "c", "name": "C", "progress": {"final": -5, "total": 0}, "attempts": {"finished": -2, "answered": 1}},
        ]));
        assert_eq!(cards.len(), 3);
        assert_eq!((&*cards[0].progress, &*cards[0].lines), ("—", "—"));
        assert_eq!(
            (&*cards[0].answers, &*cards[0].curve_text),
            ("answers not reported", "")
        );
        assert_eq!((cards[1].fraction, &*cards[1].lines), (1.0, "2"));
        assert_eq!(cards[1].answers, "no finished attempts");
        assert_eq!(cards[1].status, Some(CampaignStatus::Paused));
        assert!(!cards[2].answers.contains("NaN"), "{}", cards[2].answers);
    }
}
