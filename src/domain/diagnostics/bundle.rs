//! The files of a bundle, put together into one archive.

use super::{Subject, Telling, document, markdown, picture};
use crate::domain::archive::{Changed, File, archive};
use crate::domain::report::plain_name;

/// The name of the picture of the likely cause and the checks behind it.
pub const CAUSE_PICTURE: &str = "cause-card.svg";
/// The name of the picture of dispatch: its limits and what blocks tasks.
pub const DISPATCH_PICTURE: &str = "dispatch-card.svg";

/// A bundle, ready to be copied or saved. Made at one moment from one subject,
/// so that its parts agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// The text for a ticket.
    pub markdown: String,
    /// The archive's name: "diagnostics-cmp_2d71x-2026-11-12.zip".
    pub name: String,
    /// What goes into the archive: text, evidence, pictures.
    pub files: Vec<File>,
    changed: Changed,
}

impl Bundle {
    /// The archive's bytes; `None` when it is larger than the format allows.
    pub fn archive(&self) -> Option<Vec<u8>> {
        archive(&self.files, self.changed)
    }

    /// One of its files as text.
    pub fn text(&self, name: &str) -> Option<&str> {
        let file = self.files.iter().find(|file| file.name == name)?;
        std::str::from_utf8(&file.bytes).ok()
    }
}

/// Makes the bundle of a subject. Phone numbers are masked in every file but a
/// picture of the operator's own, unless the subject's edits say otherwise.
pub fn bundle(subject: &Subject<'_>) -> Bundle {
    let telling = Telling::of(subject);
    let file = |name: &str, text: String| File {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    };
    let mut pictures = vec![file(CAUSE_PICTURE, picture::cause(subject, &telling))];
    let dispatch = picture::dispatch(subject, &telling);
    pictures.extend(dispatch.map(|svg| file(DISPATCH_PICTURE, svg)));
    if let Some(own) = &subject.edits.picture {
        pictures.push(File {
            name: own.kind.file_name().to_owned(),
            bytes: own.bytes.to_vec(),
        });
    }
    let names: Vec<&str> = pictures.iter().map(|file| &*file.name).collect();
    let markdown = markdown::text(subject, &telling, &names);
    let json = document::json(subject, &telling, &names);
    let mut files = vec![
        file("diagnostics.md", markdown.clone()),
        file("evidence.json", json),
    ];
    files.extend(pictures);
    Bundle {
        name: name(subject, &telling),
        changed: changed(subject),
        markdown,
        files,
    }
}

fn name(subject: &Subject<'_>, telling: &Telling) -> String {
    let id = subject.campaign.or(subject.job).unwrap_or("incident");
    let now = changed(subject);
    let two = |number: u32| format!("{number:02}");
    let day = [now.year.to_string(), two(now.month), two(now.day)].join("-");
    [
        "diagnostics-",
        &plain_name(&telling.text(id)),
        "-",
        &day,
        ".zip",
    ]
    .concat()
}

/// When the evidence was read, on the clocks that the bundle tells.
fn changed(subject: &Subject<'_>) -> Changed {
    let formats = subject.evidence.formats;
    // The browser's calendar ends here.
    let reach = 8_640_000_000_000_000;
    let now = formats
        .locale
        .local(formats.now.clamp(-reach, reach), formats.zone);
    Changed {
        year: now.year,
        month: now.month,
        day: now.day,
        hour: now.hour,
        minute: now.minute,
        second: now.second,
    }
}
