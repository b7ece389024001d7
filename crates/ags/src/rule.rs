//! What a rule is, and the six answers it may give.

use std::fmt;

use chrono::NaiveDate;
use governance_model::{AuthorityKind, Category, FinancialYear, Nation, Provenance};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::{AgarCase, Case, CodeCase, WaiverCase};
use crate::waiver::{Effect, Waived};

/// One check with its legal source.
///
/// Its code never changes meaning and is never used again.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable code, as in `REG-6-2-B`.
    pub code: &'static str,
    /// The fault it finds, read after "this statement has", "this local code has" or "this return has": as in
    /// `no-resolution-of-approval`.
    pub name: &'static str,
    /// What the rule asks, as a sentence.
    pub asks: &'static str,
    /// What the check looks at, in sentences; an empty line between paragraphs.
    pub checks: &'static str,
    /// Why it matters, in sentences.
    pub why: &'static str,
    /// What the check cannot see, in sentences.
    pub cannot_tell: &'static str,
    /// How grave a breach is.
    pub severity: Severity,
    /// Whether it is checked by default.
    pub status: Status,
    /// Where it is written; at least one.
    pub cites: &'static [Cite],
    /// Whom and when it binds.
    pub binds: Binds,
    /// The check. It is only asked of what the rule binds.
    pub check: Check,
}

/// What a rule judges, and how.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// A statement.
    Statement(fn(&Case<'_>) -> Outcome),
    /// A local code.
    LocalCode(fn(&CodeCase<'_>) -> Outcome),
    /// A smaller authority's return.
    Agar(fn(&AgarCase<'_>) -> Outcome),
    /// Waivers.
    Waivers(fn(&WaiverCase<'_>) -> Outcome),
}

impl Check {
    /// What it judges.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        match self {
            Self::Statement(_) => Subject::Statement,
            Self::LocalCode(_) => Subject::LocalCode,
            Self::Agar(_) => Subject::Agar,
            Self::Waivers(_) => Subject::Waivers,
        }
    }
}

/// What may be judged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An Annual Governance Statement.
    Statement,
    /// A local code of governance.
    LocalCode,
    /// An Annual Governance and Accountability Return.
    Agar,
    /// A file of waivers.
    Waivers,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Statement, Self::LocalCode, Self::Agar, Self::Waivers];

    /// As it is written in reports: `statement`, `local-code`, `agar` or `waivers`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::LocalCode => "local-code",
            Self::Agar => "agar",
            Self::Waivers => "waivers",
        }
    }
}

/// How grave a breach of a rule is, the gravest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Breach of a regulation.
    Statute,
    /// Departure from proper practices, which the regulations make binding.
    ProperPractice,
    /// Good practice.
    Advice,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Statute, Self::ProperPractice, Self::Advice];

    /// As it is written in reports: `statute`, `proper-practice` or `advice`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statute => "statute",
            Self::ProperPractice => "proper-practice",
            Self::Advice => "advice",
        }
    }
}

/// Whether a rule is checked by default.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its source was read; checked by default.
    Stable,
    /// Its source is not confirmed; checked only on request.
    Preview,
}

impl Status {
    /// As it is written in reports: `stable` or `preview`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Preview => "preview",
        }
    }
}

/// Where a rule is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Cite {
    /// The instrument, as in "Accounts and Audit Regulations 2015 (SI 2015/234)".
    pub instrument: &'static str,
    /// The provision, as in "reg. 6(2)(b)".
    pub provision: &'static str,
    /// Where it can be read; none where it is not published freely.
    pub url: Option<&'static str>,
}

impl Cite {
    /// Where the provision can be read as it stood on a day; none where it is not on legislation.gov.uk, which
    /// alone keeps what was. An address of the text as made is of one day already.
    #[must_use]
    pub fn as_on(&self, day: NaiveDate) -> Option<String> {
        let url = self.url.filter(|url| url.starts_with("https://www.legislation.gov.uk/"))?;
        Some(if url.ends_with("/made") { url.to_owned() } else { format!("{url}/{day}") })
    }
}

/// Whom a rule binds, and for which years.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Binds {
    /// The calendar year in which the first financial year it binds begins.
    pub from: i32,
    /// The calendar year in which the last one begins, inclusive; none while it still binds.
    pub until: Option<i32>,
    /// The nations.
    pub nations: &'static [Nation],
    /// The categories of authority in England; all where the list is empty.
    pub categories: &'static [Category],
    /// The types of authority; all where the list is empty.
    pub kinds: &'static [AuthorityKind],
}

impl Binds {
    /// England, both categories, for years from 2015/16: the Accounts and Audit Regulations 2015.
    pub const ENGLAND: Self =
        Self { from: 2015, until: None, nations: &[Nation::England], categories: &[], kinds: &[] };
    /// England, category 1, for years from 2015/16.
    pub const ENGLAND_CATEGORY_1: Self = Self { categories: &[Category::One], ..Self::ENGLAND };
    /// England, category 2, for years from 2015/16.
    pub const ENGLAND_CATEGORY_2: Self = Self { categories: &[Category::Two], ..Self::ENGLAND };
    /// Wales, for years from 2014/15: the Accounts and Audit (Wales) Regulations 2014.
    pub const WALES: Self = Self { from: 2014, nations: &[Nation::Wales], ..Self::ENGLAND };
    /// Scotland, for years from 2014/15: the Local Authority Accounts (Scotland) Regulations 2014.
    pub const SCOTLAND: Self = Self { from: 2014, nations: &[Nation::Scotland], ..Self::ENGLAND };
    /// Northern Ireland, for years from 2015/16: the Local Government (Accounts and Audit) Regulations
    /// (Northern Ireland) 2015.
    pub const NORTHERN_IRELAND: Self = Self { nations: &[Nation::NorthernIreland], ..Self::ENGLAND };
    /// The four nations, for years from 2016/17: the CIPFA/SOLACE Framework of 2016. In England category 1:
    /// the proper practices of smaller authorities are another guide. From 2025/26 an addendum takes the place
    /// of its chapter on the annual review; nobody here has read that, so the questions of 2016 go on being
    /// asked.
    pub const FRAMEWORK_2016: Self = Self {
        from: 2016,
        until: None,
        nations: &[Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland],
        categories: &[Category::One],
        kinds: &[],
    };
    /// Every authority and every year a financial year can name, so that no year need be given.
    pub const ALWAYS: Self = Self { from: 1990, categories: &[], ..Self::FRAMEWORK_2016 };
}

/// Whom a rule binds and for which years, in words without a stop.
///
/// ```
/// use ags::Binds;
/// assert_eq!(
///     Binds::ENGLAND_CATEGORY_1.to_string(),
///     "England, authorities of category 1; years from 2015/16"
/// );
/// ```
impl fmt::Display for Binds {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.nations {
            [_, _, _, _] => out.write_str("The four nations")?,
            nations => out.write_str(&joined(nations.iter()))?,
        }
        if let [category] = self.categories {
            let there = if self.nations.len() == 1 { "" } else { "in England " };
            write!(out, ", {there}authorities of category {}", u8::from(*category))?;
        }
        if !self.kinds.is_empty() {
            write!(out, ", of the types {}", joined(self.kinds.iter().map(kind)))?;
        }
        match (self.from > Self::ALWAYS.from, self.until) {
            (false, None) => out.write_str("; every year"),
            (_, None) => write!(out, "; years from {}", year_beginning(self.from)),
            (_, Some(until)) => {
                write!(out, "; years from {} to {}", year_beginning(self.from), year_beginning(until))
            }
        }
    }
}

/// A type of authority, as files name it.
fn kind(kind: &AuthorityKind) -> String {
    let named = serde_json::to_value(kind).unwrap_or_default();
    named.as_str().unwrap_or_default().to_owned()
}

fn joined(words: impl Iterator<Item = impl ToString>) -> String {
    words.map(|word| word.to_string()).collect::<Vec<_>>().join(", ")
}

/// The financial year that begins in a calendar year, as in 2021/22; the number where no year can be named by it.
pub(crate) fn year_beginning(begins: i32) -> String {
    FinancialYear::beginning(begins).map_or_else(|_| begins.to_string(), |year| year.to_string())
}

/// The answer of a rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// What is judged does as the rule asks.
    Met,
    /// It does not.
    NotMet {
        /// Every way in which it does not; at least one.
        findings: Vec<Finding>,
    },
    /// It does not yet, and need not before a day that has not passed.
    NotDueYet {
        /// The last day, inclusive.
        due: NaiveDate,
        /// What must be done by then, as a sentence.
        needs: String,
    },
    /// The rule does not bind what is judged.
    NotApplicable {
        /// Why not, as a sentence.
        because: String,
    },
    /// Only a person can judge.
    AskAPerson {
        /// The question.
        question: String,
        /// What it is about, as a JSON pointer into what is judged.
        at: String,
    },
    /// What is judged does not say enough.
    CannotTell {
        /// What is missing, as a sentence that says what to give.
        missing: String,
        /// Where it belongs, as a JSON pointer into what is judged.
        at: String,
    },
}

/// One way in which a statement, a local code or a return does not do as a rule asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The place, as a JSON pointer into what is judged.
    pub at: String,
    /// What is wrong, as a sentence a committee could read.
    pub says: String,
    /// How to mend it, as a sentence.
    pub mend: String,
    /// The words that show it; none where what is wrong is that words are not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// The waiver that somebody answers for; none without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<Waived>,
}

/// Words of a document, and where they stand in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// The document, by the name provenance has for it; none where the words are from no document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The line of its text, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The words, cut after [`Quote::MOST`] characters.
    pub words: String,
}

impl Quote {
    /// The most characters of the words, inclusive; an ellipsis takes the place of what follows.
    pub const MOST: usize = 240;

    /// Words and where they come from.
    #[must_use]
    pub fn new(words: &str, from: &Provenance) -> Self {
        let place = match from {
            Provenance::Document(place) => Some(place),
            Provenance::Declared | Provenance::Illustrative(_) => None,
        };
        let mut quoted = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((cut, _)) = quoted.char_indices().nth(Self::MOST) {
            quoted.truncate(cut);
            quoted.push('…');
        }
        Self {
            document: place.map(|place| place.id.to_string()),
            line: place.and_then(|place| place.line),
            words: quoted,
        }
    }
}

impl Finding {
    /// A finding.
    pub fn new(at: impl Into<String>, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { at: at.into(), says: says.into(), mend: mend.into(), quote: None, waived: None }
    }

    /// Whether it counts: no waiver lifts it.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.waived.as_ref().is_none_or(|waived| waived.effect == Effect::Annotated)
    }

    /// The finding with the words that show it.
    #[must_use]
    pub fn quoting(self, words: &str, from: &Provenance) -> Self {
        Self { quote: Some(Quote::new(words, from)), ..self }
    }
}

impl Outcome {
    /// As it is written in reports: `met`, `not-met`, `not-due-yet`, `not-applicable`, `ask-a-person` or
    /// `cannot-tell`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet { .. } => "not-met",
            Self::NotDueYet { .. } => "not-due-yet",
            Self::NotApplicable { .. } => "not-applicable",
            Self::AskAPerson { .. } => "ask-a-person",
            Self::CannotTell { .. } => "cannot-tell",
        }
    }

    /// Met when there are no findings, not met with them otherwise.
    #[must_use]
    pub fn of(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Met } else { Self::NotMet { findings } }
    }

    /// Not met, with one finding.
    pub fn not_met(at: impl Into<String>, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self::NotMet { findings: vec![Finding::new(at, says, mend)] }
    }

    /// Cannot tell, for want of something at a place.
    pub fn cannot_tell(at: impl Into<String>, missing: impl Into<String>) -> Self {
        Self::CannotTell { missing: missing.into(), at: at.into() }
    }

    /// Cannot tell, for want of the authority's category.
    pub(crate) fn without_category(at: &str) -> Self {
        Self::cannot_tell(at, "Give the authority's category under the 2015 Regulations, 1 or 2.")
    }

    /// A question for a person.
    pub fn ask(at: impl Into<String>, question: impl Into<String>) -> Self {
        Self::AskAPerson { question: question.into(), at: at.into() }
    }

    /// The answer to two questions together: every finding of both; where there is none, the first answer that is
    /// not met either; met where both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet { mut findings }, Self::NotMet { findings: more }) => {
                findings.extend(more);
                Self::NotMet { findings }
            }
            (fault @ Self::NotMet { .. }, _) | (_, fault @ Self::NotMet { .. }) | (Self::Met, fault) => fault,
            (open, _) => open,
        }
    }

    /// Does not apply, for a reason.
    pub fn not_applicable(because: impl Into<String>) -> Self {
        Self::NotApplicable { because: because.into() }
    }
}

#[cfg(test)]
mod tests {
    use governance_model::Provenance;

    use super::{Outcome, Quote, Severity, Status, Subject};

    #[test]
    fn a_name_is_what_the_json_says() {
        let says = |value| serde_json::to_value(value).unwrap();
        assert!(Severity::ALL.iter().all(|one| serde_json::to_value(one).unwrap() == one.name()));
        assert_eq!(says(Subject::LocalCode), Subject::LocalCode.name());
        assert_eq!(serde_json::to_value(Status::Preview).unwrap(), Status::Preview.name());
        for result in crate::report::sample::report().results {
            assert_eq!(serde_json::to_value(&result.outcome).unwrap()["outcome"], result.outcome.name());
        }
    }

    #[test]
    fn two_answers_together_are_met_when_both_are_and_keep_every_finding() {
        let fault = |at: &str| Outcome::not_met(at, "It is not.", "Mend it.");
        let open = || Outcome::cannot_tell("/c", "Give it.");
        assert_eq!(Outcome::Met.and(Outcome::Met), Outcome::Met);
        assert_eq!((Outcome::Met.and(open()), open().and(Outcome::Met)), (open(), open()));
        assert_eq!((fault("/a").and(open()), open().and(fault("/a"))), (fault("/a"), fault("/a")));
        let Outcome::NotMet { findings } = fault("/a").and(fault("/b")) else { panic!("two faults") };
        assert_eq!(findings.len(), 2);
        let first = Outcome::not_applicable("It is not done.");
        assert_eq!(first.clone().and(open()), first);
    }

    #[test]
    fn a_quote_of_240_characters_stands_whole_and_a_longer_one_is_cut() {
        let quote = |length: usize| Quote::new(&"ŵ".repeat(length), &Provenance::Declared).words;
        assert_eq!(quote(Quote::MOST), "ŵ".repeat(Quote::MOST));
        assert_eq!(quote(Quote::MOST + 1), format!("{}…", "ŵ".repeat(Quote::MOST)));
    }
}
