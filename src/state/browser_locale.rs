//! Numbers and zones as the browser's `Intl` knows them: no tables of our own.

use crate::domain::calendar::days;
use crate::domain::format::{LocalTime, Locale, Zone};
use crate::domain::money::Money;
use js_sys::{Array, Date, Function, Object, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};

/// Offsets change on quarter hours at the finest, so one look-up serves every
/// moment of a quarter.
const QUARTER: i64 = 15 * 60 * 1000;

/// What a clock is asked for, beside the name of its zone.
const CLOCK: [&str; 6] = ["year", "month", "day", "hour", "minute", "second"];

/// Most answers of the browser that are kept of a kind.
const KEPT: usize = 4096;

/// What the browser has said of a number, by the way it was asked: a refresh
/// asks for the same figures again, and each question costs a way through
/// JavaScript.
#[derive(Default)]
struct Known(RefCell<HashMap<(String, i64), (i32, String)>>);

impl Known {
    fn get(&self, asked: &(String, i64)) -> Option<(i32, String)> {
        self.0.borrow().get(asked).cloned()
    }

    /// Starts anew when there are too many.
    fn keep(&self, asked: (String, i64), answer: &(i32, String)) {
        let mut known = self.0.borrow_mut();
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(asked, answer.clone());
    }
}

/// The reader's browser. Formatters are made once and kept.
#[derive(Default)]
pub struct BrowserLocale {
    /// Whose way of writing figures is used; the browser's own for "".
    tag: String,
    /// For amounts that come without a currency; may be empty.
    currency: String,
    numbers: RefCell<HashMap<String, Option<Function>>>,
    clocks: RefCell<HashMap<String, Option<js_sys::Intl::DateTimeFormat>>>,
    /// By zone and quarter of an hour: minutes ahead of UTC, and the zone's name.
    offsets: Known,
    /// By format and the bits of a number; the first of an answer means nothing.
    written: Known,
}

impl BrowserLocale {
    /// With the language tag and the currency of a deployment; either may be
    /// empty.
    pub fn of(tag: String, currency: String) -> Self {
        Self {
            tag,
            currency,
            ..Self::default()
        }
    }

    fn number(
        &self,
        key: String,
        options: &dyn Fn() -> Object,
        bits: i64,
        number: &dyn Fn() -> JsValue,
    ) -> Option<String> {
        let asked = (key, bits);
        if let Some((_, known)) = self.written.get(&asked) {
            return Some(known);
        }
        let mut numbers = self.numbers.borrow_mut();
        let format = numbers
            .entry(asked.0.clone())
            .or_insert_with(|| number_format(&self.tag, &options()));
        let written = format
            .as_ref()?
            .call1(&JsValue::UNDEFINED, &number())
            .ok()?;
        let answer = (0, written.as_string()?);
        self.written.keep(asked, &answer);
        Some(answer.1)
    }

    fn offset(&self, ms: i64, zone: &str) -> Option<(i32, String)> {
        let quarter = (zone.to_owned(), ms.div_euclid(QUARTER));
        let known = self.offsets.get(&quarter);
        if known.is_some() {
            return known;
        }
        let mut clocks = self.clocks.borrow_mut();
        let clock = clocks.entry(zone.to_owned()).or_insert_with(|| clock(zone));
        let found = read_offset(clock.as_ref()?, ms)?;
        self.offsets.keep(quarter, &found);
        Some(found)
    }
}

impl Locale for BrowserLocale {
    fn integer(&self, number: i64) -> String {
        // A 64-bit number beyond 2^53 would be rounded on its way through a float.
        let exact = || js_sys::BigInt::from(number).into();
        self.number(String::new(), &Object::new, number, &exact)
            .unwrap_or_else(|| number.to_string())
    }

    fn decimal(&self, number: f64, digits: u8) -> String {
        let options = || {
            let options = Object::new();
            set(&options, "minimumFractionDigits", &digits.into());
            set(&options, "maximumFractionDigits", &digits.into());
            options
        };
        // Rust's own writing of floats would add its tables to the first piece.
        let plain = || {
            let written = js_sys::JSON::stringify(&number.into());
            written.map(String::from).unwrap_or_default()
        };
        let bits = number.to_bits() as i64;
        self.number(digits.to_string(), &options, bits, &|| number.into())
            .unwrap_or_else(plain)
    }

    fn money(&self, money: &Money) -> String {
        let currency = match &*money.currency {
            "" => &*self.currency,
            named => named,
        };
        if currency.is_empty() {
            return self.decimal(money.amount, 2);
        }
        let options = || {
            let options = Object::new();
            set(&options, "style", &"currency".into());
            set(&options, "currency", &currency.into());
            set(&options, "currencyDisplay", &"narrowSymbol".into());
            options
        };
        let bits = money.amount.to_bits() as i64;
        // The name of a currency is the API's: it may be a digit.
        let key = ["¤", currency].concat();
        self.number(key, &options, bits, &|| money.amount.into())
            .unwrap_or_else(|| format!("{currency} {}", self.decimal(money.amount, 2)))
    }

    fn local(&self, ms: i64, zone: &Zone) -> LocalTime {
        let found = match zone {
            Zone::Utc => None,
            Zone::Local => self.offset(ms, ""),
            Zone::Iana(name) if name.is_empty() => None,
            Zone::Iana(name) => self.offset(ms, name),
        };
        let (offset_minutes, zone_label) = found.unwrap_or_else(|| (0, "UTC".to_owned()));
        LocalTime::at(ms, offset_minutes, zone_label)
    }
}

/// `Intl.NumberFormat(…).format`, called through the constructor by hand:
/// options that a browser rejects, such as a currency that is no code, must
/// not throw past us. A tag that is none is the browser's own.
fn number_format(tag: &str, options: &Object) -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"NumberFormat".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let make = |tag: &JsValue| {
        let arguments = Array::of2(tag, options);
        Reflect::construct(&constructor, &arguments).ok()
    };
    let asked = (!tag.is_empty()).then(|| make(&tag.into())).flatten();
    let format = asked.or_else(|| make(&JsValue::UNDEFINED))?;
    Reflect::get(&format, &"format".into())
        .ok()?
        .dyn_into()
        .ok()
}

/// A clock of one zone (the browser's own for ""), `None` for a name that the
/// browser does not know.
fn clock(zone: &str) -> Option<js_sys::Intl::DateTimeFormat> {
    let options = Object::new();
    if !zone.is_empty() {
        set(&options, "timeZone", &zone.into());
    }
    set(&options, "hourCycle", &"h23".into());
    set(&options, "timeZoneName", &"short".into());
    for part in CLOCK {
        set(&options, part, &"numeric".into());
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into())
        .ok()?
        .dyn_into()
        .ok()?;
    // The interface is in English, and so are its zones' short names.
    let arguments = Array::of2(&"en-US".into(), &options);
    Reflect::construct(&constructor, &arguments)
        .ok()?
        .dyn_into()
        .ok()
}

/// How far the zone's clocks are ahead of UTC at a moment, and what it is
/// called then.
fn read_offset(clock: &js_sys::Intl::DateTimeFormat, ms: i64) -> Option<(i32, String)> {
    let parts = clock.format_to_parts(&Date::new(&(ms as f64).into()));
    let (mut shown, mut name) = ([None; 6], None);
    for part in parts.iter() {
        let field = |name: &str| Reflect::get(&part, &name.into()).ok()?.as_string();
        let (kind, value) = (field("type")?, field("value")?);
        let mut places = CLOCK.iter().zip(&mut shown);
        if let Some((_, place)) = places.find(|(part, _)| **part == kind) {
            *place = value.parse::<i64>().ok();
        } else if kind == "timeZoneName" {
            name = Some(value);
        }
    }
    let [
        Some(year),
        Some(month),
        Some(day),
        Some(hour),
        Some(minute),
        Some(second),
    ] = shown
    else {
        return None;
    };
    let minutes = (days(year, month, day)? * 24 + hour % 24) * 60 + minute;
    let ahead = (minutes * 60 + second).saturating_sub(ms.div_euclid(1000));
    // Before the year 1 the formatter counts eras backwards; no zone is more
    // than a day from UTC, so anything further is such a misreading.
    let minutes = i32::try_from(ahead.div_euclid(60))
        .ok()
        .filter(|m| m.abs() < 24 * 60)?;
    Some((minutes, name?))
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Fails only on a frozen object, and this one was just made.
    let _ = Reflect::set(object, &key.into(), value);
}
