//! What signs a request. It is held in memory alone, and never printed.

use super::{Login, Mode};
use std::fmt;

/// A header that signs requests.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    header: String,
    value: String,
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// What an operator has typed in.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// The name; empty where only a key is asked for.
    pub user: String,
    /// The password, or the key.
    pub password: String,
}

impl fmt::Debug for Entered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entered")
    }
}

impl Secret {
    /// A bearer token as a login call hands it out.
    pub fn of_login(login: &Login, token: &str) -> Self {
        let value = match &*login.scheme {
            "" => token.to_owned(),
            scheme => [scheme, " ", token].concat(),
        };
        Self {
            header: login.header.clone(),
            value,
        }
    }

    /// A bearer token.
    pub fn of_bearer(token: &str) -> Self {
        Self {
            header: "Authorization".to_owned(),
            value: ["Bearer ", token].concat(),
        }
    }

    /// What was typed in, where that is itself what signs.
    pub fn of_entered(mode: &Mode, entered: &Entered) -> Option<Self> {
        match mode {
            Mode::Basic => {
                let pair = [&*entered.user, ":", &*entered.password].concat();
                Some(Self {
                    header: "Authorization".to_owned(),
                    value: ["Basic ", &*base64(pair.as_bytes())].concat(),
                })
            }
            Mode::Key { header } => Some(Self {
                header: header.clone(),
                value: entered.password.trim().to_owned(),
            }),
            _ => None,
        }
    }

    /// Name and value of the header; `None` when no header can carry it.
    pub fn header(&self) -> Option<(&str, &str)> {
        let fits = self.value.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        fits.then_some((&*self.header, &*self.value))
    }
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or_default();
            let letter = LETTERS.get(six).copied().unwrap_or_default();
            text.push(if place <= group.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_password_are_sent_as_rfc_7617_says() {
        let entered = |user: &str, password: &str| Entered {
            user: user.to_owned(),
            password: password.to_owned(),
        };
        for (user, password, value) in [
            (
                "Aladdin",
                "open sesame",
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
            ),
            ("test", "123£", "Basic dGVzdDoxMjPCow=="),
            ("", "", "Basic Og=="),
            ("a", "b:c", "Basic YTpiOmM="),
        ] {
            let secret = Secret::of_entered(&Mode::Basic, &entered(user, password));
            let header = secret.as_ref().and_then(Secret::header);
            assert_eq!(header, Some(("Authorization", value)));
        }
    }

    #[test]
    fn a_key_that_no_header_can_carry_is_none() {
        let mode = Mode::Key {
            header: "X-API-Key".to_owned(),
        };
        let key = |text: &str| Entered {
            user: String::new(),
            password: text.to_owned(),
        };
        let sent = |text: &str| {
            let secret = Secret::of_entered(&mode, &key(text))?;
            let (name, value) = secret.header()?;
            Some((name.to_owned(), value.to_owned()))
        };
        assert_eq!(
            sent(" k1 "),
            Some(("X-API-Key".to_owned(), "k1".to_owned()))
        );
        assert_eq!(sent("a\r\nCookie: x"), None);
        assert_eq!(sent("schlüssel"), None);
    }

    #[test]
    fn what_is_secret_is_never_printed() {
        let entered = Entered {
            user: "ops".to_owned(),
            password: "s3cret".to_owned(),
        };
        let secret = Secret::of_bearer("s3cret");
        assert_eq!(format!("{entered:?} {secret:?}"), "Entered Secret");
    }
}
