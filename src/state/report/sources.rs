//! What is written into files, piece by piece.

use super::file::File;
use super::{List, Phase, Run};
use crate::api::client::Ask;
use crate::domain::campaign::CampaignId;
use crate::domain::export::Walk;
use crate::domain::report::{Progress, RecordCounter};
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

    /// What a list holds, page after page.
    pub(super) async fn list(&self, list: List, file: &mut File) -> Result<(), Phase> {
        let mut walk = Walk::begin();
        let mut text = list.head.clone();
        while let Some(place) = walk.place().cloned() {
            let ask = Ask {
                signal: self.controller.signal(),
                etag: None,
            };
            let portion = list.page(place, ask).await.map_err(Phase::Failed)?;
            text.push_str(&portion.text);
            let piece = Uint8Array::from(text.as_bytes());
            file.write(&piece).await.map_err(|_| Phase::NotWritten)?;
            walk.take_in(&portion);
            self.tell(walk.progress());
            if self.is_canceled() {
                break;
            }
            text.clear();
        }
        match walk.is_whole(list.moves) {
            true => Ok(()),
            false => Err(Phase::Short),
        }
    }
}
