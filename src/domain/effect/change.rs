//! The campaign before and after a change of its lines.

use crate::domain::eta::{Rate, range};
use crate::domain::format::{Formats, NONE};
use crate::domain::limits::Limits;
use crate::domain::moment::when;
use crate::domain::rich::Rich;
use crate::domain::timestamp::Timestamp;

use super::{PreviewRow, row};

/// The campaign as it is, and as it would be.
pub struct Change<'a> {
    /// As it is.
    pub now: Limits<'a>,
    /// As it would be.
    pub after: Limits<'a>,
    /// How fast contacts reach their final result, when that is known.
    pub rate: Option<Rate>,
    /// How figures are written.
    pub formats: &'a Formats<'a>,
}

impl Change<'_> {
    /// Lines allowed now and after; `None` where no limit is reported.
    fn lines(&self) -> Option<(i64, i64)> {
        Some((self.now.smallest()?.1, self.after.smallest()?.1))
    }

    /// Lines in use now, and once the calls over the new limit have ended.
    fn in_use(&self) -> Option<(i64, i64)> {
        let now = self.now.in_use()?;
        let after = self.after.smallest().map_or(now, |(_, lines)| lines);
        Some((now, now.min(after)))
    }

    /// The rows that every containment of lines changes.
    pub fn rows(&self) -> Vec<PreviewRow> {
        let formats = self.formats;
        let mut rows = Vec::new();
        if let Some((now, after)) = self.lines() {
            rows.push(row(
                "Lines allowed",
                formats.count(now),
                formats.count(after),
            ));
        }
        let name = |limits: &Limits<'_>| {
            limits
                .smallest()
                .map_or_else(|| NONE.to_owned(), |(kind, _)| kind.label().to_owned())
        };
        rows.push(row("Smallest limit", name(&self.now), name(&self.after)));
        if let Some((now, after)) = self.in_use() {
            rows.push(row(
                "Lines in use",
                formats.count(now),
                formats.count(after),
            ));
        }
        if let Some((now, after)) = self.ends() {
            rows.push(row("Likely done", now, after));
        }
        rows
    }

    /// How much of the pace is left: lines filled after ÷ lines filled now.
    fn pace_left(&self) -> Option<f64> {
        let (allowed, after) = self.lines()?;
        let filled = self
            .now
            .in_use()
            .filter(|in_use| *in_use > 0)
            .map_or(allowed, |in_use| in_use.min(allowed));
        // Lines that are allowed and free now stay free: something else is the limit.
        let more = if filled >= allowed.saturating_sub(allowed / 10) {
            after
        } else {
            after.min(filled)
        };
        (filled > 0).then(|| more as f64 / filled as f64)
    }

    /// When the campaign is likely done, now and after.
    fn ends(&self) -> Option<(String, String)> {
        let rate = self.rate?;
        let snapshot = self.now.snapshot;
        let left = self.pace_left()?;
        let now = middle(range(snapshot, &rate)?);
        if left <= 0.0 {
            return Some((self.end(now), "not with no lines".to_owned()));
        }
        let slower = Rate {
            seconds: rate.seconds / left,
            ..rate
        };
        let after = match range(snapshot, &slower) {
            Some(range) => self.end(middle(range)),
            None => "not within 30 days".to_owned(),
        };
        Some((self.end(now), after))
    }

    /// "about 17:40 CST", "after the window closes, 18:00 CST".
    fn end(&self, at: i64) -> String {
        let formats = self.formats;
        let window = self.now.snapshot.call_window.value();
        let closes = window.and_then(|window| window.closes_at.value());
        match closes.filter(|closes| closes.ms.is_some_and(|close| at > close)) {
            Some(closes) => ["after the window closes, ", &*when(closes, formats)].concat(),
            None => {
                let step = 5 * 60_000;
                let rounded = Timestamp::from_ms(at.div_euclid(step).saturating_mul(step));
                ["about ", &*when(&rounded, formats)].concat()
            }
        }
    }

    /// "Lines in use drop **36 → 12** as calls end, in about 2 min. "
    pub fn drop(&self) -> Rich {
        let formats = self.formats;
        let Some((now, after)) = self.in_use() else {
            return Rich::of("Lines in use are not reported. Calls in progress are never cut.");
        };
        if after >= now {
            return self.unchanged(now);
        }
        let arrow = [&*formats.count(now), " → ", &formats.count(after)].concat();
        let wait = self.seconds_to_drop(now, after).map_or_else(
            || ".".to_owned(),
            |seconds| [", in about ", &*formats.wait(seconds), "."].concat(),
        );
        Rich::of("Lines in use drop ")
            .strong(&arrow)
            .text(&[" as calls end", &*wait].concat())
    }

    /// What a limit that holds no call back changes.
    fn unchanged(&self, in_use: i64) -> Rich {
        let formats = self.formats;
        let smallest = self.after.smallest();
        match (self.lines(), smallest) {
            (Some((now, after)), Some((kind, lines))) if now == after => {
                let limit = [
                    &*kind.label().to_lowercase(),
                    ", ",
                    &formats.count(lines),
                    if lines == 1 { " line" } else { " lines" },
                ];
                Rich::of("Nothing changes: the smallest limit stays the ")
                    .strong(&limit.concat())
                    .text(".")
            }
            (Some((now, after)), _) if after > now => {
                let more = after.saturating_sub(now);
                let noun = if more == 1 {
                    " more line"
                } else {
                    " more lines"
                };
                Rich::of("It may use ")
                    .strong(&[&*formats.count(more), noun].concat())
                    .text(&[", ", &*formats.count(after), " in all."].concat())
            }
            _ => Rich::of("Nothing changes at once: ")
                .strong(&formats.count(in_use))
                .text(" lines are in use, within the new limit."),
        }
    }

    /// Calls end at the rate lines ÷ mean hold, so that the lines in use fall
    /// like e^(−t ÷ mean hold). In whole minutes from the first on.
    fn seconds_to_drop(&self, now: i64, after: i64) -> Option<f64> {
        let rate = self.now.capacity?.carrier_rate.value()?;
        let hold = rate.mean_hold_seconds.copied().filter(|hold| *hold > 0.0)?;
        let seconds = hold * (now as f64 / after.max(1) as f64).ln();
        Some(if seconds > 60.0 {
            (seconds / 60.0).ceil() * 60.0
        } else {
            seconds.max(1.0)
        })
    }

    /// " Finish moves from about 17:40 CST to after the window closes, 18:00 CST."
    pub fn finish(&self, text: Rich) -> Rich {
        match self.ends().filter(|(now, after)| now != after) {
            Some((now, after)) => text
                .text(&[" Finish moves from ", &*now, " to "].concat())
                .strong(&after)
                .text("."),
            None => text,
        }
    }
}

fn middle((from, to): (i64, i64)) -> i64 {
    from.midpoint(to)
}
