//! The call log as a file, with the columns of the attempt report.

use super::Call;
use crate::domain::csv::record;
use crate::domain::field::Field;
use crate::domain::timestamp::Timestamp;

/// Names of the columns, the contract's for attempt reports.
const COLUMNS: [&str; 22] = [
    "attempt_id",
    "task_id",
    "campaign_id",
    "contact_id",
    "contact_name",
    "phone",
    "from_number",
    "carrier",
    "attempt",
    "max_attempts",
    "state",
    "sip_status",
    "disposition",
    "started_at",
    "answered_at",
    "ended_at",
    "ring_seconds",
    "talk_seconds",
    "cost_amount",
    "cost_currency",
    "retry_at",
    "variant",
];

/// The first line.
pub fn head() -> String {
    record(COLUMNS)
}

/// A call as one line: everything as received, what is not known empty.
pub fn line(call: &Call) -> String {
    let contact = call.contact.value();
    let of_contact = |pick: fn(&crate::domain::task::Contact) -> &Field<String>| {
        contact.and_then(|contact| pick(contact).as_deref())
    };
    let number = |field: &Field<i64>| field.copied().map(|number| number.to_string());
    let amount = |field: &Field<f64>| field.copied().and_then(decimal);
    let cost = call.cost.value();
    let counted = [
        number(&call.attempt),
        number(&call.max_attempts),
        number(&call.sip_status),
    ];
    let [attempt, allowed, sip] = counted.map(Option::unwrap_or_default);
    let measured = [
        amount(&call.ring_seconds),
        amount(&call.talk_seconds),
        cost.and_then(|cost| decimal(cost.amount)),
    ];
    let [ring, talk, amount] = measured.map(Option::unwrap_or_default);
    let campaign = call.campaign.value().map(|campaign| &*campaign.id);
    let cells: [&str; 22] = [
        &call.id,
        text(&call.task_id),
        campaign.unwrap_or_default(),
        of_contact(|contact| &contact.id).unwrap_or_default(),
        of_contact(|contact| &contact.name).unwrap_or_default(),
        text(&call.phone),
        text(&call.from),
        text(&call.carrier),
        &attempt,
        &allowed,
        &call.state,
        &sip,
        text(&call.disposition),
        &call.started_at.text,
        moment(&call.answered_at),
        moment(&call.ended_at),
        &ring,
        &talk,
        &amount,
        cost.map_or("", |cost| &cost.currency),
        moment(&call.retry_at),
        text(&call.variant),
    ];
    record(cells)
}

fn text(field: &Field<String>) -> &str {
    field.as_deref().unwrap_or_default()
}

fn moment(field: &Field<Timestamp>) -> &str {
    field.value().map_or("", |at| &at.text)
}

fn decimal(number: f64) -> Option<String> {
    number.is_finite().then(|| number.to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn every_column_has_its_value() {
        let call: Call = decode(
            r#"{"id":"at_1","task_id":"t_1","campaign":{"id":"c_1","name":"N"},
               "contact":{"id":"ct_1","name":"=Maya, \"M\""},"phone":"+12175550148","from":"+13125550142",
               "carrier":"-x","attempt":2,"max_attempts":4,"state":"completed","sip_status":200,
               "disposition":"Sale","started_at":"2026-11-12T14:32:08-06:00","answered_at":"2026-11-12T14:32:20-06:00",
               "ended_at":null,"ring_seconds":12.5,"talk_seconds":60,"cost":{"amount":0.0312,"currency":"USD"},
               "retry_at":null,"variant":"B"}"#,
        )
        .unwrap();
        assert_eq!(
            line(&call),
            "at_1,t_1,c_1,ct_1,\"'=Maya, \"\"M\"\"\",+12175550148,+13125550142,'-x,2,4,completed,200,Sale,\
             2026-11-12T14:32:08-06:00,2026-11-12T14:32:20-06:00,,12.5,60,0.0312,USD,,B\r\n"
        );
    }

    #[test]
    fn what_is_not_reported_is_empty_and_no_zero() {
        let call: Call = decode(r#"{"id":"1","state":"odd","started_at":"?"}"#).unwrap();
        assert_eq!(line(&call), "1,,,,,,,,,,odd,,,?,,,,,,,,\r\n");
        assert_eq!(
            head().matches(',').count(),
            line(&call).matches(',').count()
        );
    }
}
