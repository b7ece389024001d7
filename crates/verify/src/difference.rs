//! What differs between a file and what it should be, and what could not be compared.

use std::fmt;

use serde::Serialize;

/// One way in which a file differs from what its own data produce.
///
/// The meaning of a name, as in `part` or `text`, never changes. Pages are counted from 1.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "difference", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum Difference {
    /// An attachment named on the pages is missing.
    AttachmentMissing {
        /// The name of the file.
        name: String,
    },
    /// There is an attachment that should not be there.
    AttachmentAdded {
        /// The name of the file.
        name: String,
    },
    /// An attachment cannot be read.
    AttachmentUnreadable {
        /// The name of the file.
        name: String,
        /// What is wrong, and where in the file.
        message: String,
    },
    /// An attachment is not as it would be written from its own data.
    AttachmentAltered {
        /// The name of the file.
        name: String,
        /// What differs: its content, description, media type or relationship.
        property: &'static str,
    },
    /// The statement holds data that are not published with it.
    NotPublished {
        /// JSON pointer to them in the statement.
        pointer: String,
        /// What they are, in words.
        what: String,
    },
    /// The statement holds unpublished data in more places than are listed.
    MoreNotPublished {
        /// The number of places not listed.
        more: usize,
    },
    /// A rule now has another outcome than in the embedded report.
    Outcome {
        /// The rule's code.
        rule: String,
        /// The outcome in the report.
        embedded: String,
        /// The outcome of checking again.
        recomputed: String,
    },
    /// The embedded report differs from a new check in something other than the outcomes of rules.
    Report {
        /// JSON pointer into the report.
        pointer: String,
        /// The value in the report.
        embedded: String,
        /// The value from checking again.
        recomputed: String,
    },
    /// The data cannot be rendered, so the pages cannot have been made from them.
    NotRenderable {
        /// Why not.
        message: String,
    },
    /// The file has more or fewer pages than the data produce.
    PageCount {
        /// How many the data produce.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The text differs.
    Text(TextDifference),
    /// The text of artifacts differs, such as that of a header.
    ArtifactText(TextDifference),
    /// There is text that is marked neither as content nor as an artifact.
    UnmarkedText(TextDifference),
    /// The text presented by assistive technology differs, though the glyphs are the same.
    AccessibleText(TextDifference),
    /// The text differs in more places than are listed.
    MoreText {
        /// The number of places not listed.
        more: usize,
    },
    /// Something else is drawn on a page, though its text is the same.
    Drawing {
        /// The page.
        page: usize,
        /// The path in the page object of the first value that differs.
        path: String,
    },
    /// A link or another annotation was added, removed or changed.
    Annotations {
        /// The page.
        page: usize,
        /// The path in the page object of the first value that differs.
        path: String,
    },
    /// The tags differ, though the accessible text is the same.
    Tags {
        /// The path in the catalogue of the first value that differs.
        path: String,
    },
    /// The bookmarks differ.
    Bookmarks {
        /// The path in the catalogue of the first value that differs.
        path: String,
    },
    /// The metadata differ, such as the title.
    Metadata {
        /// The path in the catalogue or information dictionary of the first value that differs.
        path: String,
    },
    /// Another part of the file was added, removed or changed.
    Part {
        /// The path in the catalogue of the first value that differs.
        path: String,
    },
    /// The file names another program as its producer: that program wrote its pages, or says so.
    Producer {
        /// The producer named in the file; empty if none is.
        found: String,
        /// The producer of this library.
        expected: String,
    },
    /// The file was updated after it was made, and the update is more than a seal.
    LaterUpdate {
        /// How many bytes it has.
        bytes: usize,
        /// What in it belongs to no seal, and where.
        message: String,
    },
    /// The stamp of a seal stands on words of a page other than its header and footer.
    SealOnWords {
        /// The page.
        page: usize,
    },
    /// The structure of the file is not that of a file which every program reads in the same way: something cannot be
    /// unpacked or followed, is there twice, or belongs to nothing.
    FileStructure {
        /// Where: a byte from 0 or an object.
        place: String,
        /// What is wrong.
        message: String,
    },
    /// The structure of the file is wrong in more places than are listed.
    MoreFileStructure {
        /// The number of places not listed.
        more: usize,
    },
}

/// A place where the text of a page is not as expected.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TextDifference {
    /// The page, from 1.
    pub page: usize,
    /// Up to four words before it, which are as expected.
    pub before: String,
    /// The first twelve words expected; empty if there should be none.
    pub expected: String,
    /// The first twelve words found; empty if there are none.
    pub found: String,
}

/// Something that a user of a verification needs to know, and that is not a difference.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "note", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum Note {
    /// Another version of this library made the file: its text was compared, but its drawing could not be. That
    /// version settles it.
    OtherVersion {
        /// The version that made it.
        found: String,
        /// This version.
        expected: String,
    },
    /// Rules that are checked by default are not in the report.
    RulesSkipped {
        /// The codes of the rules.
        rules: Vec<String>,
    },
    /// Findings are waived. The file has the waivers as they were given, and cannot prove them.
    Waivers {
        /// The number of findings.
        findings: usize,
    },
    /// The pages were not compared, because data that they are made from are missing or cannot be read.
    PagesNotCompared,
    /// The file is the report of a check. It does not hold what was checked, so the checks were not made again.
    ChecksNotRepeated,
}

impl Difference {
    /// Its stable name, as in `attachment-missing`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AttachmentMissing { .. } => "attachment-missing",
            Self::AttachmentAdded { .. } => "attachment-added",
            Self::AttachmentUnreadable { .. } => "attachment-unreadable",
            Self::AttachmentAltered { .. } => "attachment-altered",
            Self::NotPublished { .. } => "not-published",
            Self::MoreNotPublished { .. } => "more-not-published",
            Self::Outcome { .. } => "outcome",
            Self::Report { .. } => "report",
            Self::NotRenderable { .. } => "not-renderable",
            Self::PageCount { .. } => "page-count",
            Self::Text(_) => "text",
            Self::ArtifactText(_) => "artifact-text",
            Self::UnmarkedText(_) => "unmarked-text",
            Self::AccessibleText(_) => "accessible-text",
            Self::MoreText { .. } => "more-text",
            Self::Drawing { .. } => "drawing",
            Self::Annotations { .. } => "annotations",
            Self::Tags { .. } => "tags",
            Self::Bookmarks { .. } => "bookmarks",
            Self::Metadata { .. } => "metadata",
            Self::Part { .. } => "part",
            Self::Producer { .. } => "producer",
            Self::LaterUpdate { .. } => "later-update",
            Self::SealOnWords { .. } => "seal-on-words",
            Self::FileStructure { .. } => "file-structure",
            Self::MoreFileStructure { .. } => "more-file-structure",
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AttachmentMissing { name } => write!(to, "{name} is not attached"),
            Self::AttachmentAdded { name } => write!(to, "{name} is attached, but should not be"),
            Self::AttachmentUnreadable { name, message } => write!(to, "{name} cannot be read: {message}"),
            Self::AttachmentAltered { name, property } => {
                write!(to, "{name}: its {property} is not as it would be written")
            }
            Self::NotPublished { pointer, what } => {
                write!(to, "statement.json{pointer}: this is in the file and is not published: {what}")
            }
            Self::MoreNotPublished { more } => {
                write!(to, "statement.json: {more} more places hold data that are not published")
            }
            Self::Outcome { rule, embedded, recomputed } => {
                write!(
                    to,
                    "{rule}: the embedded report says {embedded:?}, but checking again gives {recomputed:?}"
                )
            }
            Self::Report { pointer, embedded, recomputed } => {
                write!(
                    to,
                    "report.json{pointer}: the file has {embedded}, but checking again gives {recomputed}"
                )
            }
            Self::NotRenderable { message } => {
                write!(to, "the data cannot be rendered, so the pages were not made from them: {message}")
            }
            Self::PageCount { expected, found } => {
                write!(to, "the data produce {expected} pages, but there are {found}")
            }
            Self::Text(text) => write!(to, "{text}"),
            Self::ArtifactText(text) => write!(to, "{text} (in a header, a footer or another artifact)"),
            Self::UnmarkedText(text) => write!(to, "{text} (not marked as content or artifact)"),
            Self::AccessibleText(text) => write!(to, "{text} (as assistive technology presents it)"),
            Self::MoreText { more } => write!(to, "the text differs in {more} more places"),
            Self::Drawing { page, path } => {
                write!(to, "page {page}: the text is as expected, but something else is drawn ({path})")
            }
            Self::Annotations { page, path } => {
                write!(to, "page {page}: a link or another annotation was added, removed or changed ({path})")
            }
            Self::Tags { path } => write!(to, "the tags are not those of the text ({path})"),
            Self::Bookmarks { path } => write!(to, "the bookmarks are not those of the headings ({path})"),
            Self::Metadata { path } => write!(to, "the metadata are not as expected ({path})"),
            Self::Part { path } => write!(to, "a part of the file was added, removed or changed ({path})"),
            Self::Producer { found, expected } => {
                let found = if found.is_empty() { "no program" } else { found };
                write!(
                    to,
                    "another program wrote its pages: the file names {found} as its producer, not {expected}"
                )
            }
            Self::LaterUpdate { bytes, message } => {
                write!(
                    to,
                    "the file was changed after it was made: {bytes} bytes follow its first end; {message}"
                )
            }
            Self::SealOnWords { page } => write!(
                to,
                "page {page}: the stamp of a seal stands on words; seal the file where the page is empty, or without a stamp"
            ),
            Self::FileStructure { place, message } => write!(to, "{place}: {message}"),
            Self::MoreFileStructure { more } => {
                write!(to, "the structure of the file is wrong in {more} more places")
            }
        }
    }
}

impl fmt::Display for TextDifference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { page, before, expected, found } = self;
        write!(to, "page {page}: ")?;
        match (expected.as_str(), found.as_str()) {
            (missing, "") => write!(to, "\"{missing}\" is missing")?,
            ("", added) => write!(to, "\"{added}\" was added")?,
            (expected, found) => write!(to, "\"{found}\" is in the place of \"{expected}\"")?,
        }
        if before.is_empty() { Ok(()) } else { write!(to, ", after \"{before}\"") }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherVersion { found, expected } => write!(
                to,
                "version {found} made the file, and this is {expected}: its words were compared, but not how they are \
                 drawn; ags {found} settles whether it is as issued"
            ),
            Self::RulesSkipped { rules } => write!(to, "the check skipped: {}", rules.join(", ")),
            Self::Waivers { findings } => {
                write!(to, "the waivers of {findings} findings were accepted as given in the file")
            }
            Self::PagesNotCompared => {
                write!(
                    to,
                    "the pages could not be compared, because data that they are made from are missing"
                )
            }
            Self::ChecksNotRepeated => {
                write!(
                    to,
                    "this is the report of a check: what was checked is not in it, and was not checked again"
                )
            }
        }
    }
}
