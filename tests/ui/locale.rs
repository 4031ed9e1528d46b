//! Figures and zones as the browser writes them, and as it is remembered.

use ringside::domain::format::{Locale, Zone};
use ringside::domain::money::Money;
use ringside::state::browser_locale::BrowserLocale;
use wasm_bindgen_test::wasm_bindgen_test;

fn american() -> BrowserLocale {
    BrowserLocale::of("en-US".to_owned(), "USD".to_owned())
}

fn money(amount: f64, currency: &str) -> Money {
    Money {
        amount,
        currency: currency.to_owned(),
    }
}

#[wasm_bindgen_test]
fn the_same_number_asked_another_way_is_written_another_way() {
    let locale = american();
    for _ in 0..2 {
        assert_eq!(locale.integer(1234), "1,234");
        assert_eq!(locale.decimal(1234.0, 1), "1,234.0");
        assert_eq!(locale.decimal(1234.0, 2), "1,234.00");
        assert_eq!(locale.money(&money(1234.0, "EUR")), "€1,234.00");
        assert_eq!(locale.money(&money(1234.0, "")), "$1,234.00");
    }
    // The bits of this float are those of the number above.
    assert_eq!(locale.decimal(f64::from_bits(1234), 1), "0.0");
    assert_eq!(locale.integer(i64::MIN), "-9,223,372,036,854,775,808");
}

#[wasm_bindgen_test]
fn a_currency_that_is_none_disturbs_no_other_figure() {
    let locale = american();
    for currency in ["1", "", "0", "¤", "<b>"] {
        locale.money(&money(12.5, currency));
    }
    assert_eq!(locale.decimal(12.5, 1), "12.5");
    assert_eq!(locale.decimal(12.5, 0), "13");
    assert_eq!(locale.integer(12), "12");
    assert_eq!(locale.money(&money(12.5, "1")), "1 12.50");
}

#[wasm_bindgen_test]
fn more_numbers_than_are_kept_are_all_written_right() {
    let locale = american();
    for number in (0..10_000).chain(0..100) {
        let plain = locale.integer(number).replace(',', "");
        assert_eq!(plain, number.to_string());
    }
}

#[wasm_bindgen_test]
fn an_offset_is_that_of_its_moment() {
    let locale = american();
    let berlin = Zone::Iana("Europe/Berlin".to_owned());
    // The clocks are put back at 01:00 UTC on 25 October 2026.
    for (ms, offset, hour) in [(1_792_889_999_000, 120, 2), (1_792_890_000_000, 60, 2)] {
        for _ in 0..2 {
            let time = locale.local(ms, &berlin);
            assert_eq!((time.offset_minutes, time.hour), (offset, hour));
        }
    }
    for place in ["Asia/Kathmandu", "America/St_Johns"] {
        let time = locale.local(0, &Zone::Iana(place.to_owned()));
        assert_ne!(time.offset_minutes % 60, 0, "{place}");
    }
    let unknown = locale.local(0, &Zone::Iana("Nowhere/At_All".to_owned()));
    assert_eq!((&*unknown.zone_label, unknown.offset_minutes), ("UTC", 0));
}
