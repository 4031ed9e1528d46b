//! Credits that will not last.

use super::{Entry, Link, Look, Rule};
use crate::domain::format::Formats;
use crate::domain::live_ops::{CardKind, Cards, HealthRow};
use crate::domain::route::{CampaignQuery, Route};
use crate::domain::severity::Severity;

/// Hours at the present pace below which credits are low.
const LOW_HOURS: f64 = 2.0;

/// Share of what was granted, from 0 to 1, below which credits are low.
const LOW_SHARE: f64 = 0.1;

pub(super) const RULE: Rule = Rule {
    checks: "credits",
    reads: &[CardKind::Credits, CardKind::Calls],
    find,
};

/// How far the credits go.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Reach {
    /// Nothing is left.
    Out,
    /// They last so many hours at the pace of the last hour, and that is low.
    Low(f64),
    /// This share of what was granted is left, from 0 to 1, and that is low.
    Scarce(f64),
    /// They last, as far as can be told.
    Enough,
}

/// `None` when neither balance nor attempts left are reported.
fn reach(cards: &Cards) -> Option<Reach> {
    let credits = cards.credits.as_deref()?;
    let left = credits.attempts_left.copied();
    let balance = credits.balance.value().map(|money| money.amount);
    if left.is_none() && balance.is_none() {
        return None;
    }
    if left.is_some_and(|left| left <= 0) || balance.is_some_and(|amount| amount <= 0.0) {
        return Some(Reach::Out);
    }
    let hours = hours(cards).filter(|hours| *hours < LOW_HOURS);
    let scarce = share_left(cards).filter(|share| *share < LOW_SHARE);
    Some(match (hours, scarce) {
        (Some(hours), _) => Reach::Low(hours),
        (None, Some(share)) => Reach::Scarce(share),
        (None, None) => Reach::Enough,
    })
}

/// Balance ÷ what was granted, where both are in the same currency.
fn share_left(cards: &Cards) -> Option<f64> {
    let credits = cards.credits.as_deref()?;
    let (balance, granted) = (credits.balance.value()?, credits.granted.value()?);
    let share = balance.amount / granted.amount;
    let comparable = granted.amount > 0.0 && balance.currency == granted.currency;
    (comparable && share.is_finite()).then_some(share)
}

/// Attempts left ÷ attempts of the last hour.
fn hours(cards: &Cards) -> Option<f64> {
    let left = cards.credits.as_deref()?.attempts_left.copied()?;
    let hour = cards.calls.as_deref()?.hour.value()?;
    let pace = hour.attempts.copied().filter(|attempts| *attempts > 0)?;
    Some(left as f64 / pace as f64)
}

fn find(look: &Look<'_>) -> Vec<Entry> {
    entry(look).into_iter().collect()
}

fn entry(look: &Look<'_>) -> Option<Entry> {
    let formats = look.formats;
    let (severity, sentence) = match reach(look.cards)? {
        Reach::Enough => return None,
        Reach::Out => (Severity::Critical, "Credits are used up".to_owned()),
        Reach::Low(hours) => {
            let time = formats.wait((hours * 60.0).floor() * 60.0);
            let text = ["Credits last about ", &*time, " at the present pace"].concat();
            (Severity::Warning, text)
        }
        Reach::Scarce(share) => {
            let text = [&*formats.percent(share), " of the credits are left"].concat();
            (Severity::Warning, text)
        }
    };
    let credits = look.cards.credits.as_deref()?;
    let granted = credits
        .granted
        .value()
        .filter(|_| share_left(look.cards).is_some());
    let granted = granted.map_or_else(String::new, |money| {
        [" of ", &*formats.money(money)].concat()
    });
    let balance = credits.balance.value();
    let balance = balance.map(|money| [&*formats.money(money), &*granted, " left."].concat());
    let left = credits.attempts_left.copied();
    let left = left.map(|n| ["About ", &*formats.count(n), " attempts (est.)."].concat());
    let pace = look
        .cards
        .calls
        .as_deref()
        .and_then(|calls| calls.hour.value()?.attempts.copied());
    let pace = pace.map(|n| [&*formats.count(n), " attempts in the last hour."].concat());
    let parts: Vec<String> = [balance, left, pace].into_iter().flatten().collect();
    Some(Entry {
        key: "credits".to_owned(),
        severity,
        sentence,
        evidence: parts.join(" "),
        since: None,
        link: Link::new("Open campaigns", Route::Campaigns(CampaignQuery::default())),
    })
}

/// The credits as a row of the runtime's card.
pub fn row(cards: &Cards, formats: &Formats<'_>) -> Option<HealthRow> {
    let row = match reach(cards)? {
        Reach::Out => HealthRow::stopped("Credits", "Used up"),
        Reach::Low(_) | Reach::Scarce(_) => HealthRow::odd("Credits", "Low"),
        Reach::Enough => HealthRow::well("Credits", "Enough"),
    };
    let credits = cards.credits.as_deref()?;
    let detail = match (credits.balance.value(), credits.attempts_left.copied()) {
        (Some(money), _) => [&*formats.money(money), " left"].concat(),
        (None, Some(left)) => ["about ", &*formats.count(left), " attempts left"].concat(),
        (None, None) => String::new(),
    };
    Some(row.with(detail).of(CardKind::Credits))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::attention::mock::found;
    use crate::domain::mock::cards as mock;
    use serde_json::{Value, json};

    fn cards(balance: f64, left: i64, pace: i64) -> Value {
        json!({"credits": {"balance": {"amount": balance, "currency": "USD"}, "attempts_left": left},
            "calls": {"hour": {"attempts": pace}}})
    }

    fn word(cards: &Value) -> Option<String> {
        let cards = mock::cards(cards);
        mock::written(|formats| row(&cards, formats).map(|row| row.word))
    }

    #[test]
    fn credits_for_less_than_two_hours_are_low() {
        let low = cards(96.4, 1205, 803);
        assert_eq!(
            found(RULE, &low),
            [
                "warning | Credits last about 1 h 30 m at the present pace | $96.40 left. About 1,205 \
              attempts (est.). 803 attempts in the last hour. | Open campaigns /campaigns"
            ]
        );
        assert_eq!(word(&low).as_deref(), Some("Low"));
        let out = cards(0.0, 0, 803);
        assert!(found(RULE, &out)[0].starts_with("critical | Credits are used up | $0.00 left."));
        assert_eq!(word(&out).as_deref(), Some("Used up"));
    }

    #[test]
    fn less_than_a_tenth_of_what_was_granted_is_low() {
        let of = |balance: f64, granted: Value| json!({"credits": {"balance": {"amount": balance, "currency": "USD"}, "granted": granted}});
        let usd = |amount: f64| json!({"amount": amount, "currency": "USD"});
        let low = of(481.5, usd(5000.0));
        assert_eq!(
            found(RULE, &low),
            [
                "warning | 9.6% of the credits are left | $481.50 of $5,000.00 left. | Open campaigns /campaigns"
            ]
        );
        assert_eq!(word(&low).as_deref(), Some("Low"));
        let euros = json!({"amount": 5000.0, "currency": "EUR"});
        for quiet in [usd(4815.0), usd(0.0), usd(-5000.0), euros, Value::Null] {
            assert!(found(RULE, &of(481.5, quiet.clone())).is_empty(), "{quiet}");
        }
        let soon = json!({"credits": {"balance": usd(96.4), "granted": usd(5000.0), "attempts_left": 1205},
            "calls": {"hour": {"attempts": 803}}});
        assert!(
            found(RULE, &soon)[0].contains(
                "Credits last about 1 h 30 m at the present pace | $96.40 of $5,000.00 left."
            ),
            "how long they last says more"
        );
    }

    #[test]
    fn credits_that_last_or_cannot_be_judged_are_quiet() {
        for quiet in [
            cards(96.4, 1606, 803),
            cards(96.4, 1, 0),
            json!({"credits": {"balance": {"amount": 1.0, "currency": "USD"}}}),
        ] {
            assert!(found(RULE, &quiet).is_empty(), "{quiet}");
            assert_eq!(word(&quiet).as_deref(), Some("Enough"));
        }
        let unknown = json!({"credits": {"balance": null}, "calls": {}});
        assert!(found(RULE, &unknown).is_empty());
        assert_eq!(word(&unknown), None);
    }
}
