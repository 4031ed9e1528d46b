//! Whether repeated deliveries were dropped at dispatch.

use super::{CheckState, Evidence, Finding, Known};

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let report = match &evidence.duplicates {
        Known::Read(report) => report,
        Known::Unknown(why) => return Finding::unknown(why),
    };
    let Some(deliveries) = report.deliveries.value() else {
        return Finding::unknown("Repeated deliveries are not reported.");
    };
    let formats = evidence.formats;
    let (repeated, dropped) = (deliveries.repeated.copied(), deliveries.dropped.copied());
    let through = deliveries.got_through.copied();
    let through = through.or_else(|| Some(repeated?.saturating_sub(dropped?)));
    let Some(through) = through else {
        return Finding::unknown("How many repeats got through is not reported.");
    };
    let summed = dropped.map(|dropped| dropped.saturating_add(through));
    let all = repeated.or(summed);
    let told = match (all, dropped) {
        (Some(0), _) if through == 0 => "No delivery was repeated.".to_owned(),
        (Some(all), Some(dropped)) => {
            let all = formats.count(all);
            let (dropped, through) = (formats.count(dropped), formats.count(through));
            let parts = [
                &*all,
                " repeats carried a seen key: ",
                &dropped,
                " were dropped, ",
                &through,
            ];
            [&*parts.concat(), " got through."].concat()
        }
        _ => [&*formats.count(through), " repeats got through."].concat(),
    };
    let figure = dropped
        .zip(all)
        .map(|(dropped, all)| formats.of(dropped, all));
    let figure = figure.unwrap_or_default();
    let impossible = through < 0 || all.zip(summed).is_some_and(|(all, summed)| all != summed);
    if impossible {
        let why = [&*told, " These figures do not add up."].concat();
        let state = if through > 0 {
            CheckState::Fail
        } else {
            CheckState::Warn
        };
        return Finding::new(state, "Repeated deliveries do not add up", why).figure(figure);
    }
    match (through, all) {
        (0, Some(0)) => Finding::pass("No delivery was repeated", told).figure("0".to_owned()),
        (0, _) => {
            Finding::pass("Repeated deliveries were dropped at dispatch", told).figure(figure)
        }
        _ => Finding::fail("Repeated deliveries got through", told).figure(figure),
    }
}
