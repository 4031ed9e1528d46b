//! How figures and times are written now: the deployment's locale or the
//! browser's, and the zone that the operator has chosen.

use super::around::Around;
use super::browser_locale::BrowserLocale;
use super::preferences::ZoneChoice;
use crate::api::config::Config;
use crate::domain::format::{Formats, Zone};
use leptos::prelude::*;

/// Writes figures and times for every screen of a console.
#[derive(Clone, Copy)]
pub struct Presentation {
    locale: StoredValue<BrowserLocale, LocalStorage>,
    choice: RwSignal<ZoneChoice>,
    around: Around,
    /// The zone for times of no campaign.
    home: StoredValue<Zone>,
    /// The zone of the campaign on screen, for the zone switch.
    pub campaign_zone: RwSignal<Option<String>>,
}

impl Presentation {
    /// Follows the choice of zone.
    pub fn new(choice: RwSignal<ZoneChoice>, around: Around, config: Config) -> Self {
        let home = if config.time_zone.is_empty() {
            Zone::Local
        } else {
            Zone::Iana(config.time_zone)
        };
        Self {
            locale: StoredValue::new_local(BrowserLocale::of(config.locale, config.currency)),
            choice,
            around,
            home: StoredValue::new(home),
            campaign_zone: RwSignal::new(None),
        }
    }

    /// The same for one screen, which follows the choice for all that it shows:
    /// a signal remembers whoever read it, gone or not, until it changes, and
    /// the choice hardly ever does.
    pub fn of_a_screen(self) -> Self {
        let all = self.choice;
        let choice = RwSignal::new(all.get_untracked());
        Effect::new(move |_| {
            if choice.get_untracked() != all.get() {
                choice.set(all.get_untracked());
            }
        });
        Self { choice, ..self }
    }

    /// Calls `write` with the formats for a campaign's figures as of `now`
    /// (epoch milliseconds, the server's clock). Tracks the chosen zone.
    pub fn with<R>(
        self,
        campaign_zone: Option<&str>,
        now: i64,
        write: impl FnOnce(&Formats<'_>) -> R,
    ) -> R {
        let zone = self.zone(self.choice.get(), campaign_zone);
        self.written_in(&zone, now, write)
    }

    /// The same in a zone of the caller's choice, tracking nothing.
    pub fn written_in<R>(self, zone: &Zone, now: i64, write: impl FnOnce(&Formats<'_>) -> R) -> R {
        self.locale
            .with_value(|locale| write(&Formats { locale, zone, now }))
    }

    /// The zone for a choice, unless the page around has named one. A campaign
    /// that does not say its zone is shown in the deployment's, or else in the
    /// operator's own.
    pub fn zone(self, choice: ZoneChoice, campaign: Option<&str>) -> Zone {
        if let Some(name) = self.around.named_zone() {
            return Zone::Iana(name);
        }
        match (choice, campaign) {
            (ZoneChoice::Campaign, Some(name)) => Zone::Iana(name.to_owned()),
            (ZoneChoice::Campaign, None) => self.home.get_value(),
            (ZoneChoice::Utc, _) => Zone::Utc,
            (ZoneChoice::Mine, _) => Zone::Local,
        }
    }
}
