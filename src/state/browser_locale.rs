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

/// Most look-ups kept; the cache starts anew beyond.
const KEPT: usize = 4096;

/// The reader's browser. Formatters are made once and kept.
#[derive(Default)]
pub struct BrowserLocale {
    /// Whose way of writing figures is used; the browser's own for "".
    tag: String,
    /// For amounts that come without a currency; may be empty.
    currency: String,
    numbers: RefCell<HashMap<String, Option<Function>>>,
    clocks: RefCell<HashMap<String, Option<js_sys::Intl::DateTimeFormat>>>,
    offsets: RefCell<HashMap<(String, i64), (i32, String)>>,
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
        options: impl FnOnce() -> Object,
        number: impl Into<JsValue>,
    ) -> Option<String> {
        let mut numbers = self.numbers.borrow_mut();
        let format = numbers
            .entry(key)
            .or_insert_with(|| number_format(&self.tag, &options()));
        format
            .as_ref()?
            .call1(&JsValue::UNDEFINED, &number.into())
            .ok()?
            .as_string()
    }

    fn offset(&self, ms: i64, zone: &str) -> Option<(i32, String)> {
        let quarter = (zone.to_owned(), ms.div_euclid(QUARTER));
        if let Some(known) = self.offsets.borrow().get(&quarter) {
            return Some(known.clone());
        }
        let mut clocks = self.clocks.borrow_mut();
        let clock = clocks.entry(zone.to_owned()).or_insert_with(|| clock(zone));
        let found = read_offset(clock.as_ref()?, ms)?;
        let mut offsets = self.offsets.borrow_mut();
        if offsets.len() >= KEPT {
            offsets.clear();
        }
        offsets.insert(quarter, found.clone());
        Some(found)
    }
}

impl Locale for BrowserLocale {
    fn integer(&self, number: i64) -> String {
        // A 64-bit number beyond 2^53 would be rounded on its way through a float.
        self.number(String::new(), Object::new, js_sys::BigInt::from(number))
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
        self.number(digits.to_string(), options, number)
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
        self.number(currency.to_owned(), options, money.amount)
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
    for part in ["year", "month", "day", "hour", "minute", "second"] {
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
    let mut shown: HashMap<String, String> = HashMap::new();
    for part in parts.iter() {
        let field = |name: &str| Reflect::get(&part, &name.into()).ok()?.as_string();
        if let (Some(kind), Some(value)) = (field("type"), field("value")) {
            shown.insert(kind, value);
        }
    }
    let number = |name: &str| shown.get(name)?.parse::<i64>().ok();
    let date = days(number("year")?, number("month")?, number("day")?)?;
    let minutes = (date * 24 + number("hour")? % 24) * 60 + number("minute")?;
    let ahead = (minutes * 60 + number("second")?).saturating_sub(ms.div_euclid(1000));
    // Before the year 1 the formatter counts eras backwards; no zone is more
    // than a day from UTC, so anything further is such a misreading.
    let minutes = i32::try_from(ahead.div_euclid(60))
        .ok()
        .filter(|m| m.abs() < 24 * 60)?;
    Some((minutes, shown.remove("timeZoneName")?))
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Fails only on a frozen object, and this one was just made.
    let _ = Reflect::set(object, &key.into(), value);
}
