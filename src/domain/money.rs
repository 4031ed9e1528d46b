//! An amount in a currency.

use super::field::Field;
use super::json::{FromJson, Json, Trouble};

/// Money in the main unit of its currency: 480.77 USD, never cents.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// Main units; may be negative for a correction.
    pub amount: f64,
    /// ISO 4217 code as received; empty where none came.
    pub currency: String,
}

impl FromJson for Money {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        let mut fields = [*json; 2];
        json.fields(&["amount", "currency"], &mut fields, trouble);
        let [amount, currency] = &fields;
        let currency = Field::<String>::from_json(currency, trouble);
        Self {
            amount: f64::from_json(amount, trouble),
            currency: currency.value().cloned().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn an_amount_may_come_without_its_currency() {
        for (json, amount, currency) in [
            (r#"{"amount":1.5,"currency":"EUR"}"#, 1.5, "EUR"),
            (r#"{"amount":-0.02}"#, -0.02, ""),
            (r#"{"amount":3,"currency":null}"#, 3.0, ""),
        ] {
            let money: Money = decode(json).unwrap();
            assert_eq!((money.amount, &*money.currency), (amount, currency));
        }
        assert!(decode::<Money>(r#"{"currency":"EUR"}"#).is_err());
        assert!(decode::<Money>(r#"{"amount":1,"currency":7}"#).is_err());
    }
}
