//! What came of the conversations: dispositions, tone, and what an analysis found.

use serde_json::{Value, json};

use crate::campaign::Campaign;
use crate::outcome::Outcome;
use crate::plan::Report;
use crate::provenance::InsightGroup;
use crate::store::figures::Figures;
use crate::task::Task;

/// Scores below this are negative, from here on neutral.
const NEUTRAL_FROM: i64 = 48;
/// Scores from here on are positive.
const POSITIVE_FROM: i64 = 75;

/// The contract's `Dispositions`; `None` as long as there are none.
pub fn dispositions(campaign: &Campaign, figures: &Figures) -> Option<Value> {
    if !campaign.plan.reports(Report::Dispositions) {
        return None;
    }
    let mut items: Vec<(&str, i64)> = campaign
        .plan
        .dispositions
        .iter()
        .enumerate()
        .map(|(position, (label, _))| {
            let code = campaign.disposition_code(position);
            (*label, figures.tasks_where(|cell| cell.disposition == code))
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    items.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let items: Vec<Value> = items
        .into_iter()
        .map(|(label, count)| json!({"label": label, "count": count, "code": code_of(label)}))
        .collect();
    let of = figures.with_outcome(Outcome::Talked);
    (!items.is_empty()).then(|| json!({"of": of, "items": items}))
}

/// `Interested, send link` is `interested_send_link`.
fn code_of(label: &str) -> String {
    let words: Vec<String> = label
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("_")
}

fn scored(campaign: &Campaign) -> impl Iterator<Item = (&Task, i64)> {
    campaign
        .tasks
        .iter()
        .filter_map(|task| Some((task, task.score?)))
}

/// The contract's `Sentiment`; `None` as long as no call has a score.
pub fn sentiment(campaign: &Campaign, figures: &Figures) -> Option<Value> {
    if !campaign.plan.reports(Report::Sentiment) {
        return None;
    }
    let (mut positive, mut neutral, mut negative) = (0, 0, 0);
    for (_, score) in scored(campaign) {
        match score {
            POSITIVE_FROM.. => positive += 1,
            NEUTRAL_FROM.. => neutral += 1,
            _ => negative += 1,
        }
    }
    let all = positive + neutral + negative;
    (all > 0).then(|| {
        json!({
            "scored": all,
            "of": figures.with_outcome(Outcome::Talked),
            "items": [
                {"label": "positive", "count": positive},
                {"label": "neutral", "count": neutral},
                {"label": "negative", "count": negative},
            ],
        })
    })
}

/// The contract's `Intelligence`; `None` without an analysis, or before its first conversation.
pub fn intelligence(campaign: &Campaign) -> Option<Value> {
    let analyzed = scored(campaign).count();
    let groups = campaign.plan.insights;
    if groups.is_empty() || analyzed == 0 {
        return None;
    }
    let groups: Vec<Value> = (0_u64..)
        .zip(groups)
        .map(|(place, group)| group_of(campaign, place, group))
        .collect();
    let url = format!("https://analysis.example/campaigns/{}", campaign.plan.id);
    Some(json!({"analyzed": analyzed, "url": url, "groups": groups}))
}

fn group_of(campaign: &Campaign, place: u64, group: &InsightGroup) -> Value {
    let items: Vec<Value> = (place * 16..)
        .zip(group.insights)
        .map(|(salt, insight)| {
            let found = scored(campaign)
                .filter(|(task, _)| draw(task.row, salt) < insight.per_mille)
                .count();
            json!({"label": insight.label, "count": found, "tone": insight.tone})
        })
        .collect();
    json!({"title": group.title, "items": items})
}

/// A number below 1,000 that a row keeps for one insight (SplitMix64's finalizer).
fn draw(row: i64, salt: u64) -> u64 {
    let seed = row.unsigned_abs().wrapping_mul(64).wrapping_add(salt);
    let z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (z ^ (z >> 31)) % 1_000
}
