//! Runs that nothing but their ID tells apart.

use super::row::JobRow;

/// Adds the ID to rows that have the name of another, and no version.
pub fn tell_apart(rows: &mut [JobRow]) {
    let mut names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    names.sort_unstable();
    let repeats = |name: &String| {
        let from = names.partition_point(|known| known < name);
        names.get(from.saturating_add(1)) == Some(name)
    };
    for row in rows {
        if row.version.is_none() && row.name != row.id && repeats(&row.name) {
            row.told_apart = Some(row.id.clone());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::job::Job;
    use crate::domain::job::row::{Lasted, row};
    use crate::domain::json::decode;
    use crate::domain::mock;
    use serde_json::json;

    #[test]
    fn rows_of_one_name_have_their_ids_and_short_runs_took_time() {
        let named = |id: &str, name: &str| {
            let job = json!({"id": id, "status": "completed", "spinner": {"name": name},
                "started_at": "2026-11-12T14:00:00.000Z", "ended_at": "2026-11-12T14:00:00.051Z"});
            let job: Job = decode(&job.to_string()).unwrap();
            mock::at(0, |formats| row(&job, None, formats))
        };
        let mut rows = [named("1", "dial"), named("2", "dial"), named("3", "report")];
        tell_apart(&mut rows);
        assert_eq!(
            rows.clone().map(|row| row.lasted)[0],
            Lasted::Known("under 1 s".to_owned())
        );
        let ids = rows.map(|row| row.told_apart);
        assert_eq!(ids, [Some("1".to_owned()), Some("2".to_owned()), None]);
    }
}
