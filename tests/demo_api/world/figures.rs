//! The figures of each campaign, kept until one of its rows changes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::World;
use crate::campaign::Campaign;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::figures::Figures;

/// Figures by campaign, each with the version of the campaign that it is of.
pub type Kept = RefCell<HashMap<usize, (u64, Arc<Figures>)>>;

impl World {
    /// What a campaign's rows add up to.
    pub fn figures(&self, campaign: &Campaign) -> Result<Arc<Figures>, Problem> {
        let store = self.store_of(campaign)?;
        let (index, version) = (campaign.index, campaign.version);
        if let Some((of, figures)) = self.kept.borrow().get(&index)
            && *of == version
        {
            return Ok(Arc::clone(figures));
        }
        let figures = Arc::new(store.figures(index)?);
        // What changed since the last write is in the version, but not in the rows yet.
        if campaign.dirty.is_empty() {
            let kept = (version, Arc::clone(&figures));
            self.kept.borrow_mut().insert(index, kept);
        }
        Ok(figures)
    }

    /// Every database there is by now.
    pub fn stores(&self) -> impl Iterator<Item = &Store> {
        let large = self.large.as_ref().map(|rows| &rows.store);
        std::iter::once(&self.rows.store).chain(large)
    }
}
