//! What was read, or why it is not known.

/// A report that is there, or the reason why it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// It was read.
    Read(T),
    /// It is not known: a whole sentence that says why, such as "The API does
    /// not report failures." or "Not read yet."
    Unknown(String),
}

impl<T> Known<T> {
    /// What was read.
    pub fn read(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Unknown(_) => None,
        }
    }
}
