//! What differs between a file and what it should be, and what could not be looked at.

use std::fmt;

use ags::canonical::Digest;
use governance_model::FinancialYear;
use serde::Serialize;

/// One way in which a file is not what its own data make.
///
/// Its name, as in `digest` or `words`, never changes meaning. Pages are counted from 1.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "difference", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum Difference {
    /// A file that the pages say is carried is not there.
    AttachmentMissing {
        /// The name of the file.
        name: String,
    },
    /// A file is carried that does not belong there.
    AttachmentAdded {
        /// The name of the file.
        name: String,
    },
    /// A file that is carried cannot be understood.
    AttachmentUnreadable {
        /// The name of the file.
        name: String,
        /// What is wrong, with its place in the file.
        says: String,
    },
    /// A file that is carried is not as it would be written from what it says.
    AttachmentAltered {
        /// The name of the file.
        name: String,
        /// What of it differs: its content, its description, its media type or its relationship.
        what: &'static str,
    },
    /// No digest is printed on the pages.
    DigestMissing,
    /// The digest that is printed is not that of the data.
    Digest {
        /// The page on which it is printed.
        page: usize,
        /// The digest on the page.
        printed: Digest,
        /// The digest of the data.
        computed: Digest,
    },
    /// A rule answers otherwise than the report that is carried says.
    Answer {
        /// The rule's code.
        rule: String,
        /// What the report says.
        carried: String,
        /// What the rule answers.
        again: String,
    },
    /// The report that is carried says something else than the check does, outside the answers of the rules.
    Report {
        /// The place, as a JSON pointer into the report.
        at: String,
        /// What the report says.
        carried: String,
        /// What the check says.
        again: String,
    },
    /// The data cannot be printed, so that the pages are not theirs.
    Unprintable {
        /// Why not.
        says: String,
    },
    /// The file has more or fewer pages than the data make.
    Pages {
        /// How many the data make.
        expected: usize,
        /// How many there are.
        read: usize,
    },
    /// Words of the text differ.
    Words(Words),
    /// Words beside the text differ, such as those of a header.
    WordsBeside(Words),
    /// Words are there that are marked neither as text nor as beside it.
    WordsUnmarked(Words),
    /// Words differ as a screen reader hears them, though their letters are the same.
    WordsHeard(Words),
    /// Words differ in more places than are listed.
    MoreWords {
        /// How many places are not listed.
        more: usize,
    },
    /// Something is drawn otherwise on a page, though its words are the same.
    Drawing {
        /// The page.
        page: usize,
        /// The first place in the page's object that differs.
        at: String,
    },
    /// A link or a note over a page is added, gone or changed.
    Annotations {
        /// The page.
        page: usize,
        /// The first place in the page's object that differs.
        at: String,
    },
    /// The tags differ, though the words that are heard are the same.
    Tags {
        /// The first place in the file's catalogue that differs.
        at: String,
    },
    /// The bookmarks differ.
    Bookmarks {
        /// The first place in the file's catalogue that differs.
        at: String,
    },
    /// What the file says of itself differs, such as its title.
    Metadata {
        /// The first place in the file's catalogue or information that differs.
        at: String,
    },
    /// Another part of the file is added, gone or changed.
    Part {
        /// The first place in the file's catalogue that differs.
        at: String,
    },
    /// The file was changed after it was made: more follows its first end.
    LaterUpdate {
        /// How many bytes follow.
        bytes: usize,
    },
    /// Objects lie in the file that nothing leads to.
    HiddenObjects {
        /// How many more than the data make.
        more: usize,
    },
}

/// Words on a page that are not those expected.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Words {
    /// The page, from 1.
    pub page: usize,
    /// Up to four words before, which agree.
    pub before: String,
    /// What should stand there, at most its first twelve words; empty where nothing should.
    pub expected: String,
    /// What does, at most its first twelve words; empty where nothing does.
    pub read: String,
}

/// Something a reader of a verification must know that is no difference.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "note", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum Note {
    /// Another program or version made the file: its words were compared, and how they are drawn could not be.
    OtherProducer {
        /// Who the file says made it; empty where it does not say.
        read: String,
        /// Who makes such files here.
        ours: String,
    },
    /// All that the file holds is as it should be, but it is packed otherwise: a program saved it again.
    SavedAgain,
    /// The report was made beside last year's statement, which was not given: these rules answer otherwise without
    /// it, and their answers were not compared.
    PriorMissing {
        /// The year of the statement to give.
        year: FinancialYear,
        /// The codes of the rules.
        rules: Vec<String>,
    },
    /// Rules that are asked by default did not answer in the report.
    RulesLeftOut {
        /// The codes of the rules.
        rules: Vec<String>,
    },
    /// Findings are waived. The file carries the waivers as they were given, and nothing in it can prove them.
    Waivers {
        /// How many findings.
        findings: usize,
    },
    /// The pages were not compared, for want of the data or the report.
    PagesNotCompared,
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
            Self::DigestMissing => "digest-missing",
            Self::Digest { .. } => "digest",
            Self::Answer { .. } => "answer",
            Self::Report { .. } => "report",
            Self::Unprintable { .. } => "unprintable",
            Self::Pages { .. } => "pages",
            Self::Words(_) => "words",
            Self::WordsBeside(_) => "words-beside",
            Self::WordsUnmarked(_) => "words-unmarked",
            Self::WordsHeard(_) => "words-heard",
            Self::MoreWords { .. } => "more-words",
            Self::Drawing { .. } => "drawing",
            Self::Annotations { .. } => "annotations",
            Self::Tags { .. } => "tags",
            Self::Bookmarks { .. } => "bookmarks",
            Self::Metadata { .. } => "metadata",
            Self::Part { .. } => "part",
            Self::LaterUpdate { .. } => "later-update",
            Self::HiddenObjects { .. } => "hidden-objects",
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AttachmentMissing { name } => write!(to, "{name} is not attached"),
            Self::AttachmentAdded { name } => write!(to, "{name} is attached and does not belong there"),
            Self::AttachmentUnreadable { name, says } => write!(to, "{name} cannot be read: {says}"),
            Self::AttachmentAltered { name, what } => {
                write!(to, "{name}: its {what} is not as it would be written")
            }
            Self::DigestMissing => write!(to, "no digest of the data is printed on the pages"),
            Self::Digest { page, printed, computed } => {
                write!(to, "page {page}: the digest printed is {printed}, and that of the data is {computed}")
            }
            Self::Answer { rule, carried, again } => {
                write!(
                    to,
                    "{rule}: the report that is carried says {carried:?}, and the rule answers {again:?}"
                )
            }
            Self::Report { at, carried, again } => {
                write!(to, "report.json{at}: {carried} is carried, and the check says {again}")
            }
            Self::Unprintable { says } => {
                write!(to, "the data cannot be printed, so the pages are not theirs: {says}")
            }
            Self::Pages { expected, read } => {
                write!(to, "the data make {expected} pages, and there are {read}")
            }
            Self::Words(words) => write!(to, "{words}"),
            Self::WordsBeside(words) => write!(to, "{words} (beside the text)"),
            Self::WordsUnmarked(words) => write!(to, "{words} (marked as nothing)"),
            Self::WordsHeard(words) => write!(to, "{words} (as a screen reader hears it)"),
            Self::MoreWords { more } => write!(to, "words differ in {more} more places"),
            Self::Drawing { page, at } => {
                write!(to, "page {page}: the words are right, and something else is drawn ({at})")
            }
            Self::Annotations { page, at } => {
                write!(to, "page {page}: a link or a note is added, gone or changed ({at})")
            }
            Self::Tags { at } => write!(to, "the tags are not those of the text ({at})"),
            Self::Bookmarks { at } => write!(to, "the bookmarks are not those of the headings ({at})"),
            Self::Metadata { at } => write!(to, "what the file says of itself is not right ({at})"),
            Self::Part { at } => write!(to, "a part of the file is added, gone or changed ({at})"),
            Self::LaterUpdate { bytes } => {
                write!(to, "the file was changed after it was made: {bytes} bytes follow its first end")
            }
            Self::HiddenObjects { more } => {
                write!(to, "{more} objects lie in the file that nothing leads to")
            }
        }
    }
}

impl fmt::Display for Words {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { page, before, expected, read } = self;
        write!(to, "page {page}: ")?;
        match (expected.as_str(), read.as_str()) {
            (missing, "") => write!(to, "\"{missing}\" is missing")?,
            ("", added) => write!(to, "\"{added}\" was added")?,
            (expected, read) => write!(to, "\"{read}\" stands where \"{expected}\" should")?,
        }
        if before.is_empty() { Ok(()) } else { write!(to, ", after \"{before}\"") }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherProducer { read, ours } => write!(
                to,
                "the file says it was made by {}, and this is {ours}: its words were compared, but not how they are \
                 drawn, what stands beside them, nor what else lies in the file",
                if read.is_empty() { "nobody" } else { read }
            ),
            Self::SavedAgain => {
                write!(to, "all that the file holds is as it should be, but another program saved it again")
            }
            Self::PriorMissing { year, rules } => {
                write!(to, "the check was made beside the statement for {year}; give it with --prior")?;
                if rules.is_empty() { Ok(()) } else { write!(to, " to have compared: {}", rules.join(", ")) }
            }
            Self::RulesLeftOut { rules } => write!(to, "the check left out: {}", rules.join(", ")),
            Self::Waivers { findings } => {
                write!(to, "the waivers of {findings} findings are taken as the file gives them")
            }
            Self::PagesNotCompared => {
                write!(to, "the pages could not be compared, for want of the data or the report")
            }
        }
    }
}
