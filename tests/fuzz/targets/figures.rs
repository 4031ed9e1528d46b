//! Everything that is concluded from a snapshot, and from the cards of Live Ops.

use super::{Came, hold, sign};
use ringside::api::decode::decode;
use ringside::domain::block::good_rows;
use ringside::domain::duplicate_report::DuplicateReport;
use ringside::domain::export;
use ringside::domain::failure_report::FailureReport;
use ringside::domain::format::{Formats, PlainLocale, Zone};
use ringside::domain::history::History;
use ringside::domain::snapshot::Snapshot;
use ringside::domain::triage::{Evidence, Known, Symptom, assess};
use ringside::domain::{
    ab_test, banner, breakdown, contradiction, cost_summary, details, dialing_pace, dispatch_notes,
    eta, evidence, forecast, kpi, number_row, retries, state_age, task_row, timeline, upload,
    verdict, waterfall,
};
use std::fmt::Debug;

pub fn run(input: &[u8]) -> Came {
    let mut parts = input.split(|byte| *byte == crate::mutate::PART);
    let Ok(snapshot) = decode::<Snapshot>(parts.next().unwrap_or_default()) else {
        return Ok(0);
    };
    let earlier = parts.next().and_then(|part| decode::<Snapshot>(part).ok());
    let failures = parts
        .next()
        .and_then(|part| decode::<FailureReport>(part).ok());
    let duplicates = parts
        .next()
        .and_then(|part| decode::<DuplicateReport>(part).ok());
    let zone = Zone::Utc;
    let now = snapshot.captured_at.ms.unwrap_or(1_795_165_200_000);
    let formats = Formats {
        locale: &PlainLocale,
        zone: &zone,
        now,
    };
    let mut history = History::default();
    for reading in earlier.iter().chain([&snapshot]) {
        history.push(reading);
    }
    let mut told = String::new();
    let mut say = |part: &dyn Debug| told.push_str(&format!("{part:?}\n"));
    say(&kpi::tiles(
        &snapshot,
        history.previous(),
        &history,
        &formats,
    ));
    say(&kpi::footer(&snapshot, &formats));
    let verdict = verdict::verdict(&snapshot, &formats);
    say(&verdict);
    say(&waterfall::waterfall(&snapshot, &formats));
    say(&(
        banner::paused(&snapshot, &formats),
        banner::ended(&snapshot, &formats),
    ));
    say(&(
        forecast::forecast(&snapshot, &formats),
        forecast::next(&snapshot, &formats),
    ));
    say(&cost_summary::summary(&snapshot, &formats));
    say(&(
        dispatch_notes::badge(&snapshot),
        dispatch_notes::intro(&snapshot, &formats),
    ));
    say(&(
        dispatch_notes::notes(&snapshot, &formats),
        dispatch_notes::stats(&snapshot, &formats),
        dispatch_notes::checks(&snapshot, &formats),
    ));
    say(&contradiction::find(&snapshot, &formats));
    say(&timeline::chart(&snapshot, &formats));
    say(&(
        breakdown::dispositions(&snapshot, &formats),
        breakdown::sentiment(&snapshot, &formats),
        breakdown::intelligence(&snapshot, &formats),
    ));
    say(&(
        retries::table(&snapshot, &formats),
        state_age::board(&snapshot, &formats),
        ab_test::results(&snapshot, &formats),
    ));
    say(&(
        eta::eta(&history, &snapshot, &formats),
        dialing_pace::dialing_pace(&snapshot, &formats),
    ));
    say(&(
        upload::card(&snapshot, &formats),
        details::setup(&snapshot, &formats),
        details::call_window(&snapshot, &formats),
    ));
    say(&evidence::of_campaign(&snapshot, &formats));
    for task in snapshot
        .tasks
        .value()
        .into_iter()
        .flat_map(|page| good_rows(&page.items))
    {
        say(&task_row::row(task, &formats));
        say(&export::line(export::TASKS, task));
    }
    for number in snapshot
        .numbers
        .value()
        .into_iter()
        .flat_map(|page| good_rows(&page.items))
    {
        say(&number_row::row(number, &formats));
    }
    hold(verdict.why.len() <= 3 && verdict.actions.len() <= 2, || {
        format!("{verdict:?}")
    })?;
    let evidence = Evidence {
        campaign: Some(Known::Read(&snapshot)),
        history: Some(&history),
        job: None,
        failures: failures.as_ref().map_or_else(
            || Known::Unknown("the API does not report it".to_owned()),
            Known::Read,
        ),
        duplicates: duplicates.as_ref().map_or_else(
            || Known::Unknown("the API does not report it".to_owned()),
            Known::Read,
        ),
        retry: Known::Read(None),
        formats: &formats,
    };
    for symptom in [
        None,
        Symptom::ALL.first().copied(),
        Symptom::ALL.last().copied(),
    ] {
        told.push_str(&format!("{:?}\n", assess(&evidence, symptom)));
    }
    let sent = String::from_utf8_lossy(input);
    for nonsense in ["NaN", "inf%", "inf ", "-inf", "Infinity"] {
        hold(
            !told.contains(nonsense) || sent.contains(nonsense) || sent.contains("inf"),
            || {
                let at = told.find(nonsense).unwrap_or(0);
                let around: String = told
                    .chars()
                    .skip(told[..at].chars().count().saturating_sub(120))
                    .take(200)
                    .collect();
                format!("{nonsense} is told: {around}")
            },
        )?;
    }
    let shape: Vec<&str> = told
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.starts_with(char::is_uppercase) && sent.len() > word.len())
        .collect();
    Ok(sign((verdict.answer.len().min(60), shape.len() / 8)))
}
