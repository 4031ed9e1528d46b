//! What the store's codes stand for: people, dispositions and numbers.

use super::World;
use crate::campaign::Campaign;

impl World {
    /// A person's name.
    pub fn name(&self, person: i64) -> Option<&str> {
        let position = usize::try_from(person).ok()?;
        self.rows.store.names.get(position).map(String::as_str)
    }

    /// The words of a stored disposition.
    pub fn disposition(&self, code: i64) -> Option<&'static str> {
        self.dispositions
            .get(usize::try_from(code).ok()?)
            .copied()
            .filter(|words| !words.is_empty())
    }

    /// The stored code of a disposition of a campaign.
    pub fn disposition_code(&self, campaign: &Campaign, words: &str) -> Option<i64> {
        let first = campaign.voicemail_code();
        let last = first + campaign.plan.dispositions.len() as i64;
        (first..=last).find(|&code| self.disposition(code) == Some(words))
    }

    /// A number of a pool by its stored identity.
    pub fn number(&self, id: i64) -> Option<&str> {
        self.numbers.get(&id).map(String::as_str)
    }

    /// The stored identities of a from-number, which may be in several pools.
    pub fn number_codes<'a>(&'a self, e164: &'a str) -> impl Iterator<Item = i64> + 'a {
        let same = self.numbers.iter().filter(move |(_, known)| *known == e164);
        same.map(|(id, _)| *id)
    }

    /// The stored identities of a from-number, of which a campaign has one at most.
    pub fn number_id(&self, campaign: &Campaign, e164: &str) -> Option<i64> {
        campaign
            .pool
            .as_ref()?
            .numbers
            .iter()
            .find(|number| number.e164 == e164)
            .map(|number| number.id)
            .or_else(|| self.number_ids.get(e164).copied())
    }
}
