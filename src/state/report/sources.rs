//! What is written into files, piece by piece.

use super::file::File;
use super::{Phase, Run};
use crate::api::client::{Ask, Fetched};
use crate::domain::block::good_rows;
use crate::domain::call::{CallPage, export};
use crate::domain::campaign::CampaignId;
use crate::domain::page::Total;
use crate::domain::report::{Progress, RecordCounter};
use crate::domain::route::{CallQuery, MAXIMUM_SIZE};
use crate::state::clock::now;
use js_sys::Uint8Array;

/// Milliseconds between two reports on how far a file is.
const TELL_EVERY: i64 = 100;

impl Run {
    /// Every attempt of a campaign, as the API sends it.
    pub(super) async fn attempts(&self, id: CampaignId, file: &mut File) -> Result<(), Phase> {
        let signal = self.controller.signal();
        let asked = self.session.client().attempt_report(id, &signal).await;
        let report = asked.map_err(Phase::Failed)?;
        let mut counter = RecordCounter::default();
        let mut progress = Progress {
            total: report.total,
            ..Progress::default()
        };
        let mut told = 0;
        while let Some(piece) = report.next().await.map_err(Phase::Failed)? {
            counter.take_in(&piece.to_vec());
            progress.bytes += u64::from(piece.byte_length());
            progress.rows = counter.rows();
            file.write(&piece).await.map_err(|_| Phase::NotWritten)?;
            if now() - told >= TELL_EVERY {
                told = now();
                self.tell(progress);
            }
        }
        self.tell(progress);
        match progress.is_short() {
            true => Err(Phase::Short),
            false => Ok(()),
        }
    }

    /// The calls that a query lists, page after page.
    pub(super) async fn calls(&self, query: CallQuery, file: &mut File) -> Result<(), Phase> {
        let mut query = query.with_size(MAXIMUM_SIZE);
        let mut progress = Progress::default();
        let mut text = export::head();
        loop {
            let page = self.page(query.clone()).await?;
            for call in good_rows(&page.items) {
                text.push_str(&export::line(call));
                progress.rows += 1;
            }
            progress.total = match page.page.known_total() {
                Total::Exact(total) => Some(total),
                Total::AtLeast(_) | Total::Unknown => None,
            };
            progress.bytes += text.len() as u64;
            let piece = Uint8Array::from(text.as_bytes());
            file.write(&piece).await.map_err(|_| Phase::NotWritten)?;
            self.tell(progress);
            text.clear();
            match page.page.next.as_deref() {
                Some(next) if !page.items.is_empty() => query = query.with_cursor(next.to_owned()),
                _ => break,
            }
        }
        match progress.is_short() {
            true => Err(Phase::Short),
            false => Ok(()),
        }
    }

    async fn page(&self, query: CallQuery) -> Result<CallPage, Phase> {
        let ask = Ask {
            signal: self.controller.signal(),
            etag: None,
        };
        match self.session.client().calls(query, ask).await {
            Ok(Fetched::New { value, .. }) => Ok(value),
            // Without an ETag nothing can be said to be unchanged.
            Ok(Fetched::Unchanged) => Err(Phase::Short),
            Err(error) => Err(Phase::Failed(error)),
        }
    }
}
