//! The counts that the triggers keep against a count of the rows.

use crate::store::Store;
use crate::world::World;

const RECOUNT_TASKS: &str = "
SELECT campaign, status, hold, disposition, from_number, attempts, COUNT(*) FROM task
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6";
const RECOUNT_ATTEMPTS: &str = "
SELECT campaign, number, attempt, variant, outcome, COUNT(*),
  SUM(IFNULL(ended_at - dialed_at, 0)), SUM(IFNULL(ended_at - talking_at, 0)), SUM(ai), SUM(telephony)
FROM attempt GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5";
const RECOUNT_SLOTS: &str = "
SELECT campaign, ended_at / 900000, outcome, COUNT(*) FROM attempt
WHERE ended_at IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

fn numbers(store: &Store, sql: &str) -> Vec<Vec<i64>> {
    let mut statement = store.connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    statement
        .query_map([], |row| {
            (0..columns).map(|column| row.get(column)).collect()
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// Every kept count is what the rows add up to.
pub fn assert_counted(world: &World) {
    for id in ["cmp_8f3k2q", "cmp_million"] {
        let Some(campaign) = world.dialer.find(id) else {
            continue;
        };
        let store = world.store_of(campaign).unwrap();
        let tasks = "SELECT * FROM task_tally WHERE n > 0 ORDER BY 1, 2, 3, 4, 5, 6";
        assert_eq!(numbers(store, tasks), numbers(store, RECOUNT_TASKS));
        let slots = "SELECT * FROM time_tally ORDER BY 1, 2, 3";
        assert_eq!(numbers(store, slots), numbers(store, RECOUNT_SLOTS));
        let attempts = "SELECT * FROM attempt_tally WHERE n > 0 ORDER BY 1, 2, 3, 4, 5";
        assert_eq!(numbers(store, attempts), numbers(store, RECOUNT_ATTEMPTS));
    }
}
