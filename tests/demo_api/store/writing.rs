//! From the simulation into rows: everything once at the start, then what
//! changed since the last write.

use rusqlite::{Statement, ToSql, Transaction, params};

use super::Store;
use super::conclusions;
use super::phones::Phones;
use crate::audience::Contact;
use crate::campaign::Campaign;
use crate::task::{Call, LostLease, Task};

const INSERT_TASK: &str = "INSERT INTO task VALUES
  (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23)";

const UPDATE_TASK: &str = "UPDATE task SET status=?2, since=?3, family=?4, rank=?5, hold=?6,
  hold_until=?7, from_number=?8, sticky=?9, disposition=?10, attempts=?11, system_retries=?12,
  talk=?13, talking_since=?14, score=?15, last_attempted=?16, sip=?17, queued_at=?18, callback=?19
  WHERE row=?1";

const UPSERT_ATTEMPT: &str = "INSERT INTO attempt VALUES
  (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,0)
  ON CONFLICT (id) DO UPDATE SET ringing_at=excluded.ringing_at, answered_at=excluded.answered_at,
  talking_at=excluded.talking_at, ended_at=excluded.ended_at, outcome=excluded.outcome,
  sip=excluded.sip, ai=excluded.ai, telephony=excluded.telephony";

impl Store {
    /// Writes a campaign as it stands at the start, without counting.
    pub fn write_all(
        &mut self,
        campaign: &mut Campaign,
        contacts: &[Contact],
        person_of: &[i64],
    ) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut insert = transaction.prepare(INSERT_TASK)?;
            for (task, contact) in campaign.tasks.iter().zip(contacts) {
                let person = person_of.get(contact.name).copied().unwrap_or(0);
                insert_task(&mut insert, campaign, task, person, &contact.phone)?;
                self.phones.add(campaign.index, task.row, &contact.phone);
                self.bulk.task([
                    campaign.index as i64,
                    task.state.code(),
                    task.hold.code(),
                    task.disposition.unwrap_or(0),
                    campaign.dialed_from(task),
                    i64::from(task.attempts),
                ]);
            }
        }
        write_calls(&transaction, campaign)?;
        conclusions::of_all(&transaction, campaign.index)?;
        for (_, call) in calls(campaign) {
            self.bulk.attempt(
                [
                    campaign.index as i64,
                    call.number_id,
                    i64::from(call.attempt),
                    call.variant,
                    call.outcome.code(),
                ],
                [
                    1,
                    call.ended_at.map_or(0, |at| at - call.dialed_at),
                    call.talk().unwrap_or(0),
                    call.ai_micros,
                    call.telephony_micros,
                ],
            );
        }
        transaction.commit()?;
        campaign.forget_changes();
        Ok(())
    }

    /// Writes what changed since the last write.
    pub fn write_changes<'a>(
        &mut self,
        campaigns: impl Iterator<Item = &'a mut Campaign>,
    ) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        for campaign in campaigns {
            if campaign.dirty.is_empty() {
                continue;
            }
            write_newcomers(&transaction, campaign, &mut self.phones)?;
            write_calls(&transaction, campaign)?;
            write_dirty(&transaction, campaign)?;
            campaign.forget_changes();
        }
        transaction.commit()
    }
}

/// Writes the tasks that were added since the last write; as they are now, so once is enough.
fn write_newcomers(
    transaction: &Transaction<'_>,
    campaign: &Campaign,
    phones: &mut Phones,
) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare_cached(INSERT_TASK)?;
    for newcomer in &campaign.newcomers {
        if let Some(task) = campaign.tasks.get(newcomer.task) {
            insert_task(
                &mut insert,
                campaign,
                task,
                newcomer.person,
                &newcomer.phone,
            )?;
            phones.add(campaign.index, task.row, &newcomer.phone);
        }
    }
    Ok(())
}

fn insert_task(
    insert: &mut Statement<'_>,
    campaign: &Campaign,
    task: &Task,
    person: i64,
    phone: &str,
) -> rusqlite::Result<()> {
    let fixed: [&dyn ToSql; 5] = [
        &task.row,
        &(campaign.index as i64),
        &person,
        &phone,
        &task.zone.code(),
    ];
    bind(insert, 1, fixed)?;
    bind_state(insert, 1 + fixed.len(), campaign, task)?;
    insert.raw_execute()?;
    Ok(())
}

/// Binds what changes in a task's life, in the order of the table's columns.
fn bind_state(
    statement: &mut Statement<'_>,
    first: usize,
    campaign: &Campaign,
    task: &Task,
) -> rusqlite::Result<()> {
    let state: [&dyn ToSql; 18] = [
        &task.state.code(),
        &task.since,
        &task.state.family().code(),
        &task.rank(),
        &task.hold.code(),
        &task.hold_until,
        &campaign.dialed_from(task),
        &task.sticky,
        &task.disposition.unwrap_or(0),
        &task.attempts,
        &task.system_retries,
        &task.talk.unwrap_or(-1),
        &task.talking_since,
        &task.score,
        &task.last_attempted.unwrap_or(-1),
        &task.sip,
        &task.queued_at,
        &task.callback.code(),
    ];
    bind(statement, first, state)
}

fn bind<const N: usize>(
    statement: &mut Statement<'_>,
    first: usize,
    values: [&dyn ToSql; N],
) -> rusqlite::Result<()> {
    for (at, value) in (first..).zip(values) {
        statement.raw_bind_parameter(at, value)?;
    }
    Ok(())
}

fn write_dirty(transaction: &Transaction<'_>, campaign: &Campaign) -> rusqlite::Result<()> {
    let mut update = transaction.prepare_cached(UPDATE_TASK)?;
    for task in campaign
        .dirty
        .iter()
        .filter_map(|&position| campaign.tasks.get(position))
    {
        bind(&mut update, 1, [&task.row])?;
        bind_state(&mut update, 2, campaign, task)?;
        update.raw_execute()?;
        conclusions::of(transaction, task)?;
    }
    Ok(())
}

/// The calls that changed since the last write: those that ended, and those in flight.
fn calls(campaign: &Campaign) -> impl Iterator<Item = (i64, &Call)> {
    let in_flight = campaign
        .dirty
        .iter()
        .filter_map(|&position| campaign.tasks.get(position))
        .filter_map(|task| Some((task.row, task.call.as_deref()?)))
        // A call whose analysis goes on has ended and is among the others.
        .filter(|(_, call)| call.ended_at.is_none());
    let ended = campaign.ended_calls.iter().map(|(row, call)| (*row, call));
    ended.chain(in_flight)
}

fn write_calls(transaction: &Transaction<'_>, campaign: &Campaign) -> rusqlite::Result<()> {
    let mut upsert = transaction.prepare_cached(UPSERT_ATTEMPT)?;
    for (row, call) in calls(campaign) {
        write_call(&mut upsert, campaign.index as i64, row, call)?;
    }
    let mut insert =
        transaction.prepare_cached("INSERT INTO lost_lease VALUES (?1, ?2, ?3, ?4)")?;
    for LostLease {
        row,
        leased_at,
        lost_at,
        worker,
    } in &campaign.lost_leases
    {
        insert.execute(params![row, leased_at, lost_at, worker])?;
    }
    Ok(())
}

fn write_call(
    upsert: &mut rusqlite::CachedStatement<'_>,
    campaign: i64,
    row: i64,
    call: &Call,
) -> rusqlite::Result<()> {
    upsert.execute(params![
        call.id,
        campaign,
        row,
        call.attempt,
        call.number_id,
        call.variant,
        call.worker,
        call.leased_at,
        call.dialed_at,
        call.ringing_at,
        call.answered_at,
        call.talking_at,
        call.ended_at,
        call.outcome.code(),
        call.sip,
        call.ai_micros,
        call.telephony_micros,
    ])?;
    Ok(())
}
