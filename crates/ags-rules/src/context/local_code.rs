//! A local code to be checked, as at a day.

use chrono::NaiveDate;
use governance_model::{Action, Arrangement, FinancialYear, LocalCode, Provenance, When};

use ags_report::{Finding, Outcome, Pointer};

/// A local code to be checked, with the day of the check.
#[derive(Clone, Debug)]
pub struct LocalCodeContext<'a> {
    /// The local code.
    pub code: &'a LocalCode,
    /// The day of the check.
    pub as_at: NaiveDate,
    rows: Vec<PlacedArrangement<'a>>,
    wordings: Vec<Wording<'a>>,
    actions: Vec<PlacedAction<'a>>,
}

/// An arrangement with its place.
#[derive(Clone, Debug)]
pub struct PlacedArrangement<'a> {
    /// The place, as a JSON pointer into the local code.
    pub pointer: Pointer,
    /// The arrangement.
    pub arrangement: &'a Arrangement,
}

/// Words of a local code or of a statement with their place.
#[derive(Clone, Debug)]
pub struct Wording<'a> {
    /// The place, as a JSON pointer into what is checked.
    pub pointer: Pointer,
    /// What they are there.
    pub part: WordingKind,
    /// The words.
    pub words: &'a str,
    /// Where they come from; the row's source where they have none of their own.
    pub source: &'a Provenance,
}

/// What words of a local code or of a statement are there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum WordingKind {
    /// The title or text of an arrangement.
    Title,
    /// Why an arrangement matters.
    Rationale,
    /// Evidence, its lead-in and its parts.
    Evidence,
    /// The reason for an assessment, or for a later day.
    Reason,
    /// An action.
    Action,
    /// What was done on an action.
    Progress,
    /// What a role does.
    Role,
    /// What the code says about the annual governance statement.
    Statement,
    /// Introduction, findings, conclusion and other prose.
    Prose,
}

/// An action with its place.
#[derive(Clone, Debug)]
pub struct PlacedAction<'a> {
    /// The place, as a JSON pointer into the local code.
    pub pointer: Pointer,
    /// The action.
    pub action: &'a Action,
    /// Where it comes from; the row's source where it has none of its own.
    pub source: &'a Provenance,
}

impl PlacedAction<'_> {
    /// A finding about the action, quoting it.
    pub fn finding(&self, says: impl Into<String>, fix: impl Into<String>) -> Finding {
        Finding::new(self.pointer.as_str(), says, fix).quoting(&self.action.text, self.source)
    }
}

impl Wording<'_> {
    /// A finding about the wording, quoting some of it.
    pub fn finding(&self, quote: &str, says: impl Into<String>, fix: impl Into<String>) -> Finding {
        Finding::new(self.pointer.as_str(), says, fix).quoting(quote, self.source)
    }
}

impl PlacedArrangement<'_> {
    /// A finding about the row, quoting its title.
    pub fn finding(&self, says: impl Into<String>, fix: impl Into<String>) -> Finding {
        Finding::new(self.pointer.as_str(), says, fix)
            .quoting(&self.arrangement.title, &self.arrangement.source)
    }
}

impl<'a> LocalCodeContext<'a> {
    /// A local code to be checked as at a day.
    #[must_use]
    pub fn new(code: &'a LocalCode, as_at: NaiveDate) -> Self {
        let rows = code
            .arrangements()
            .map(|(at, arrangement)| PlacedArrangement { pointer: at.into(), arrangement })
            .collect();
        let mut context = Self { code, as_at, rows, wordings: Vec::new(), actions: Vec::new() };
        context.actions = context.place_actions();
        context.wordings = context.find_wordings();
        context
    }

    /// The year the code speaks for: the one it names, else the one its date lies in.
    #[must_use]
    pub fn year(&self) -> Option<FinancialYear> {
        let document = &self.code.document;
        document.year.or_else(|| match document.dated? {
            When::FinancialYear(year) => Some(year),
            // A calendar year lies in two financial years and so tells neither.
            When::Year(_) => None,
            dated => FinancialYear::of(dated.days()?.0).ok(),
        })
    }

    /// The last day the code can have been written on: that of its date, else the end of the last year it
    /// names.
    #[must_use]
    pub fn written_by(&self) -> Option<NaiveDate> {
        let document = &self.code.document;
        let dated = document.dated.and_then(When::days).map(|(_, last)| last);
        dated.or_else(|| Some(document.planned_year.or(document.year)?.ends()))
    }

    /// The answer where a rule needs to know when the code was written.
    #[must_use]
    pub fn without_year(&self) -> Outcome {
        Outcome::indeterminate("/document/dated", "Give the date of the local code, or the year it is for.")
    }

    /// Every arrangement, a parent before its children, in the document's order.
    #[must_use]
    pub fn rows(&self) -> &[PlacedArrangement<'a>] {
        &self.rows
    }

    /// Every action: those of the rows in the document's order, then those of the document as a whole.
    #[must_use]
    pub fn actions(&self) -> &[PlacedAction<'a>] {
        &self.actions
    }

    /// All wording, in the order of the rows, then of the document as a whole.
    #[must_use]
    pub fn wordings(&self) -> &[Wording<'a>] {
        &self.wordings
    }

    fn place_actions(&self) -> Vec<PlacedAction<'a>> {
        let placed = |at: &Pointer, action: &'a Action, index: usize, from: &'a Provenance| PlacedAction {
            pointer: at.key("actions").index(index),
            action,
            source: own(&action.source, from),
        };
        let mut actions = Vec::new();
        for PlacedArrangement { pointer: at, arrangement } in &self.rows {
            let listed = arrangement.actions.iter().enumerate();
            actions.extend(listed.map(|(index, one)| placed(at, one, index, &arrangement.source)));
        }
        let listed = self.code.actions.iter().enumerate();
        actions.extend(
            listed.map(|(index, one)| placed(&Pointer::root(), one, index, &self.code.document.source)),
        );
        actions
    }

    fn find_wordings(&self) -> Vec<Wording<'a>> {
        let mut found = Vec::new();
        let mut push = |at: Pointer, part, words: &'a str, from: &'a Provenance| {
            found.push(Wording { pointer: at, part, words, source: from });
        };
        for PlacedArrangement { pointer: at, arrangement } in &self.rows {
            let row = &arrangement.source;
            push(at.key("title"), WordingKind::Title, &arrangement.title, row);
            for (index, words) in arrangement.rationale.iter().enumerate() {
                push(at.key("rationale").index(index), WordingKind::Rationale, words, row);
            }
            for (index, one) in arrangement.evidence.iter().enumerate() {
                let (at, from) = (at.key("evidence").index(index), own(&one.source, row));
                for (part, words) in one.parts.iter().enumerate() {
                    push(at.key("parts").index(part), WordingKind::Evidence, words, from);
                }
                push(at.key("text"), WordingKind::Evidence, &one.text, from);
            }
            for (index, one) in arrangement.assessments.iter().enumerate() {
                if let Some(reason) = &one.reason {
                    let at = at.key("assessments").index(index).key("reason");
                    push(at, WordingKind::Reason, reason, own(&one.source, row));
                }
            }
        }
        for PlacedAction { pointer: at, action, source: from } in &self.actions {
            push(at.key("text"), WordingKind::Action, &action.text, from);
            if let Some(says) = action.progress.as_ref().and_then(|progress| progress.text.as_ref()) {
                push(at.key("progress").key("text"), WordingKind::Progress, says, from);
            }
        }
        for (index, role) in self.code.roles.iter().enumerate() {
            if let Some(says) = &role.text {
                push(
                    Pointer::root().key("roles").index(index).key("text"),
                    WordingKind::Role,
                    says,
                    &role.source,
                );
            }
        }
        for (index, one) in self.code.document.passages.iter().enumerate() {
            push(
                Pointer::root().key("document").key("passages").index(index).key("text"),
                WordingKind::Prose,
                &one.text,
                &one.source,
            );
        }
        if let Some(statement) = &self.code.statement {
            for (index, words) in statement.shall.iter().enumerate() {
                push(
                    Pointer::root().key("statement").key("shall").index(index),
                    WordingKind::Statement,
                    words,
                    &statement.source,
                );
            }
        }
        found
    }
}

/// Where something comes from, or its row where it does not say.
const fn own<'a>(from: &'a Provenance, row: &'a Provenance) -> &'a Provenance {
    if from.is_declared() { row } else { from }
}
