//! The demo's database: tasks and attempts as rows, with counts kept beside
//! them by triggers.

pub mod call_filter;
pub mod call_rows;
pub mod calls;
mod conclusions;
pub mod counting;
pub mod duplicates;
pub mod failures;
pub mod figures;
pub mod filter;
pub mod history;
pub mod hours;
mod names;
pub mod order;
pub mod pages;
pub mod phones;
pub mod readings;
pub mod retrying;
pub mod rows;
pub mod search;
pub mod timeline;
pub mod writing;

use std::path::Path;

use rusqlite::Connection;

use crate::campaign::FIRST_ROW;
use counting::BulkCount;
use phones::Phones;

/// Marks a file as a database of this demo, so that no other file is overwritten.
const APPLICATION: i64 = 0x5249_4E47;

const TABLES: &str = "
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL);
CREATE TABLE task (
  row INTEGER PRIMARY KEY, campaign INTEGER NOT NULL, person INTEGER NOT NULL, phone TEXT NOT NULL,
  zone INTEGER NOT NULL, status INTEGER NOT NULL, since INTEGER NOT NULL, family INTEGER NOT NULL,
  rank INTEGER NOT NULL, hold INTEGER NOT NULL, hold_until INTEGER, from_number INTEGER NOT NULL,
  sticky INTEGER NOT NULL, disposition INTEGER NOT NULL, attempts INTEGER NOT NULL,
  system_retries INTEGER NOT NULL, talk INTEGER NOT NULL, talking_since INTEGER, score INTEGER,
  last_attempted INTEGER NOT NULL, sip INTEGER, queued_at INTEGER, callback INTEGER NOT NULL);
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY, campaign INTEGER NOT NULL, task INTEGER NOT NULL, attempt INTEGER NOT NULL,
  number INTEGER NOT NULL, variant INTEGER NOT NULL, worker INTEGER NOT NULL,
  leased_at INTEGER NOT NULL, dialed_at INTEGER NOT NULL, ringing_at INTEGER, answered_at INTEGER,
  talking_at INTEGER, ended_at INTEGER, outcome INTEGER NOT NULL, sip INTEGER,
  ai INTEGER NOT NULL, telephony INTEGER NOT NULL, disposition INTEGER NOT NULL);
CREATE TABLE lost_lease (
  task INTEGER NOT NULL, leased_at INTEGER NOT NULL, lost_at INTEGER NOT NULL, worker INTEGER NOT NULL);
CREATE TABLE task_tally (
  campaign INTEGER, status INTEGER, hold INTEGER, disposition INTEGER, from_number INTEGER,
  attempts INTEGER, n INTEGER NOT NULL,
  PRIMARY KEY (campaign, status, hold, disposition, from_number, attempts)) WITHOUT ROWID;
CREATE TABLE attempt_tally (
  campaign INTEGER, number INTEGER, attempt INTEGER, variant INTEGER, outcome INTEGER,
  n INTEGER NOT NULL, line_ms INTEGER NOT NULL, talk_ms INTEGER NOT NULL,
  ai INTEGER NOT NULL, telephony INTEGER NOT NULL,
  PRIMARY KEY (campaign, number, attempt, variant, outcome)) WITHOUT ROWID;
CREATE TABLE time_tally (
  campaign INTEGER, slot INTEGER, outcome INTEGER, n INTEGER NOT NULL,
  PRIMARY KEY (campaign, slot, outcome)) WITHOUT ROWID;
";

/// Every sort walks an index that also holds the status, and those of the default sort the other
/// columns that are filtered by, so that a deep page need not look at the rows it skips.
const INDEXES: &str = "
CREATE INDEX task_activity ON task (campaign, family, rank, row, status, hold, disposition, from_number);
CREATE INDEX task_status ON task (campaign, status, rank, row, hold, disposition, from_number);
CREATE INDEX task_person ON task (campaign, person, row, status);
CREATE INDEX task_phone ON task (campaign, phone);
CREATE INDEX task_attempts ON task (campaign, attempts, row, status);
CREATE INDEX task_talk ON task (campaign, talk, row, status);
CREATE INDEX task_talk_up ON task (campaign, iif(talk < 0, 9000000000000000, talk), row, status);
CREATE INDEX task_last ON task (campaign, last_attempted, row, status);
CREATE INDEX task_last_up ON task (campaign, iif(last_attempted < 0, 9000000000000000, last_attempted), row, status);
CREATE INDEX task_disposition ON task (campaign, disposition, family, rank, row, status, hold, from_number)
  WHERE disposition > 0;
CREATE INDEX task_from ON task (campaign, from_number, family, rank, row, status, hold, disposition)
  WHERE from_number > 0;
CREATE INDEX task_held ON task (campaign, hold, rank, row, hold_until) WHERE hold > 0;
CREATE INDEX task_callback ON task (campaign, callback) WHERE callback > 0;
CREATE INDEX task_queued ON task (campaign, queued_at) WHERE queued_at IS NOT NULL;
CREATE INDEX attempt_task ON attempt (task);
CREATE INDEX attempt_live ON attempt (dialed_at, id) WHERE outcome = 0;
CREATE INDEX attempt_ended ON attempt (campaign, ended_at, number, outcome, sip);
CREATE INDEX lost_lease_task ON lost_lease (task);
";

const TRIGGERS: &str = "
CREATE TRIGGER task_moved AFTER UPDATE ON task
WHEN OLD.status <> NEW.status OR OLD.hold <> NEW.hold OR OLD.disposition <> NEW.disposition
  OR OLD.from_number <> NEW.from_number OR OLD.attempts <> NEW.attempts
BEGIN
  UPDATE task_tally SET n = n - 1 WHERE campaign = OLD.campaign AND status = OLD.status
    AND hold = OLD.hold AND disposition = OLD.disposition AND from_number = OLD.from_number
    AND attempts = OLD.attempts;
  INSERT INTO task_tally
  VALUES (NEW.campaign, NEW.status, NEW.hold, NEW.disposition, NEW.from_number, NEW.attempts, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER task_arrived AFTER INSERT ON task BEGIN
  INSERT INTO task_tally
  VALUES (NEW.campaign, NEW.status, NEW.hold, NEW.disposition, NEW.from_number, NEW.attempts, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER attempt_dialed AFTER INSERT ON attempt BEGIN
  INSERT INTO attempt_tally
  VALUES (NEW.campaign, NEW.number, NEW.attempt, NEW.variant, NEW.outcome, 1,
    IFNULL(NEW.ended_at - NEW.dialed_at, 0), IFNULL(NEW.ended_at - NEW.talking_at, 0),
    NEW.ai, NEW.telephony)
  ON CONFLICT DO UPDATE SET n = n + 1, line_ms = line_ms + excluded.line_ms,
    talk_ms = talk_ms + excluded.talk_ms, ai = ai + excluded.ai, telephony = telephony + excluded.telephony;
END;
CREATE TRIGGER attempt_ended AFTER UPDATE ON attempt WHEN OLD.outcome <> NEW.outcome BEGIN
  UPDATE attempt_tally SET n = n - 1
  WHERE campaign = OLD.campaign AND number = OLD.number AND attempt = OLD.attempt
    AND variant = OLD.variant AND outcome = OLD.outcome;
  INSERT INTO attempt_tally
  VALUES (NEW.campaign, NEW.number, NEW.attempt, NEW.variant, NEW.outcome, 1,
    IFNULL(NEW.ended_at - NEW.dialed_at, 0), IFNULL(NEW.ended_at - NEW.talking_at, 0),
    NEW.ai, NEW.telephony)
  ON CONFLICT DO UPDATE SET n = n + 1, line_ms = line_ms + excluded.line_ms,
    talk_ms = talk_ms + excluded.talk_ms, ai = ai + excluded.ai, telephony = telephony + excluded.telephony;
END;
";

/// The database, and the few tables small enough to keep at hand.
pub struct Store {
    pub(crate) connection: Connection,
    /// Names by person, in alphabetical order.
    pub names: Vec<String>,
    pub(crate) phones: Phones,
    /// Rows written before [`Store::begin_counting`].
    pub(crate) bulk: BulkCount,
}

impl Store {
    /// An empty database, in memory or in a file that is made anew.
    pub fn create(path: Option<&Path>) -> rusqlite::Result<Self> {
        let connection = match path {
            None => Connection::open_in_memory()?,
            Some(path) => open_anew(path)?,
        };
        set_up(&connection)?;
        connection.pragma_update(None, "application_id", APPLICATION)?;
        connection.execute_batch(TABLES)?;
        Ok(Self {
            connection,
            names: Vec::new(),
            phones: Phones::default(),
            bulk: BulkCount::default(),
        })
    }

    /// The same with the rows of such a copy.
    #[cfg(test)]
    pub fn with_rows_of(&self, copy: &Connection) -> rusqlite::Result<Self> {
        let mut store = Self {
            connection: Connection::open_in_memory()?,
            names: self.names.clone(),
            phones: self.phones.clone(),
            bulk: BulkCount::default(),
        };
        set_up(&store.connection)?;
        store.restore(copy)?;
        Ok(store)
    }

    /// Ends the writing in bulk: from here on the triggers keep the counts.
    pub fn begin_counting(&mut self) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        std::mem::take(&mut self.bulk).write(&transaction)?;
        transaction.execute_batch(INDEXES)?;
        transaction.execute_batch(&calls::indexes())?;
        transaction.execute_batch(&failures::indexes())?;
        transaction.execute_batch(TRIGGERS)?;
        timeline::begin_counting(&transaction)?;
        transaction.commit()
    }

    /// Forgets the telephone numbers of tasks that were added while the campaigns ran.
    pub fn forget_newcomers(&mut self) {
        self.phones.forget_from(FIRST_ROW);
    }

    /// An independent copy in memory.
    pub fn duplicate(&self) -> rusqlite::Result<Connection> {
        let mut copy = Connection::open_in_memory()?;
        rusqlite::backup::Backup::new(&self.connection, &mut copy)?.step(-1)?;
        Ok(copy)
    }

    /// Overwrites everything with such a copy.
    pub fn restore(&mut self, copy: &Connection) -> rusqlite::Result<()> {
        self.connection.flush_prepared_statement_cache();
        rusqlite::backup::Backup::new(copy, &mut self.connection)?.step(-1)?;
        Ok(())
    }
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(200);
    connection.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -200000; PRAGMA threads = 2;",
    )
}

fn open_anew(path: &Path) -> rusqlite::Result<Connection> {
    if path.exists() {
        let is_ours = Connection::open(path)?
            .pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0))
            .is_ok_and(|application| application == APPLICATION);
        if !is_ours {
            return Err(rusqlite::Error::InvalidPath(path.to_path_buf()));
        }
        std::fs::remove_file(path).map_err(|_| rusqlite::Error::InvalidPath(path.to_path_buf()))?;
    }
    Connection::open(path)
}
