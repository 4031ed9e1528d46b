//! What can be chosen, and the words that it is remembered by.

/// A remembered choice out of a closed list of words.
pub trait Choice: Copy + PartialEq + Send + Sync + 'static {
    /// The key it is remembered under.
    const KEY: &'static str;
    /// The word that is stored.
    fn word(self) -> &'static str;
    /// The choice for a stored word; anything unknown is the default.
    fn from_word(word: &str) -> Self;
}

/// The color theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Choice for Theme {
    const KEY: &'static str = "theme";

    fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// Whose clock the times on screen follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneChoice {
    /// The campaign's time zone.
    Campaign,
    /// The operator's.
    Mine,
    /// UTC.
    Utc,
}

impl Choice for ZoneChoice {
    const KEY: &'static str = "zone";

    fn word(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Mine => "mine",
            Self::Utc => "utc",
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "mine" => Self::Mine,
            "utc" => Self::Utc,
            _ => Self::Campaign,
        }
    }
}

/// How often a live page asks again by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// Only when told to.
    Manual,
    /// Every 10 s.
    Ten,
    /// Every 30 s.
    Thirty,
    /// Every 60 s.
    Sixty,
}

impl Interval {
    /// Every choice, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Manual, Self::Ten, Self::Thirty, Self::Sixty];

    /// Seconds between two refreshes; `None` when manual.
    pub fn seconds(self) -> Option<u32> {
        match self {
            Self::Manual => None,
            Self::Ten => Some(10),
            Self::Thirty => Some(30),
            Self::Sixty => Some(60),
        }
    }

    /// The label of the choice.
    pub fn label(self) -> &'static str {
        match self {
            Self::Manual => "Manual",
            Self::Ten => "Every 10 s",
            Self::Thirty => "Every 30 s",
            Self::Sixty => "Every 60 s",
        }
    }
}

impl Choice for Interval {
    const KEY: &'static str = "refresh";

    fn word(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Ten => "10",
            Self::Thirty => "30",
            Self::Sixty => "60",
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "10" => Self::Ten,
            "30" => Self::Thirty,
            "60" => Self::Sixty,
            _ => Self::Manual,
        }
    }
}

/// Row height of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// 32 px rows.
    Compact,
    /// 38 px rows.
    Comfortable,
}

impl Choice for Density {
    const KEY: &'static str = "density";

    fn word(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Comfortable => "comfortable",
        }
    }

    fn from_word(word: &str) -> Self {
        if word == "comfortable" {
            Self::Comfortable
        } else {
            Self::Compact
        }
    }
}
