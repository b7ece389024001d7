//! The wording of a statement.

use ags_report::Pointer;
use governance_model::{AnnualReview, Evidence, Passage, Provenance, Text};

use super::local_code::{LocalCodeContext, Wording, WordingKind};
use super::statement::StatementContext;

impl<'a> StatementContext<'a> {
    /// All wording of the review, in its order. Events after the year's end are those of the sign-off where
    /// it brings them up to date. Places are JSON pointers into the statement.
    #[must_use]
    pub fn wordings(&self) -> Vec<Wording<'a>> {
        let review = &self.statement.review;
        let mut found = Found(Vec::new());
        found.opening(review);
        found.sources(review);
        found.plan(review);
        found.ending(self);
        found.0
    }

    /// All wording of the local code, in its order. Places are JSON pointers into the statement.
    #[must_use]
    pub fn code_wordings(&self) -> Vec<Wording<'a>> {
        let code = LocalCodeContext::new(&self.statement.local_code, self.as_at);
        let placed = |wording: &Wording<'a>| Wording {
            pointer: Pointer::root().key("local_code").join(&wording.pointer),
            ..wording.clone()
        };
        code.wordings().iter().map(placed).collect()
    }
}

const REVIEW: Pointer = Pointer::fixed("/review");

/// Wording with its place, as it is found.
struct Found<'a>(Vec<Wording<'a>>);

impl<'a> Found<'a> {
    fn push(&mut self, at: Pointer, part: WordingKind, words: &'a Text, from: &'a Provenance) {
        self.0.push(Wording { pointer: at, part, words, source: from });
    }

    fn maybe(&mut self, at: Pointer, part: WordingKind, words: Option<&'a Text>, from: &'a Provenance) {
        if let Some(words) = words {
            self.push(at, part, words, from);
        }
    }

    fn passage(&mut self, at: &Pointer, passage: Option<&'a Passage>) {
        if let Some(Passage { text: says, source: from }) = passage {
            self.push(at.key("text"), WordingKind::Prose, says, from);
        }
    }

    fn opening(&mut self, review: &'a AnnualReview) {
        self.passage(&REVIEW.key("summary"), review.summary.as_ref());
        if let Some(one) = &review.responsibility {
            self.push("/review/responsibility/text".into(), WordingKind::Prose, &one.text, &one.source);
        }
        if let Some(process) = &review.process {
            for (index, step) in process.steps.iter().enumerate() {
                self.push(
                    Pointer::root().key("review").key("process").key("steps").index(index),
                    WordingKind::Prose,
                    step,
                    &process.source,
                );
            }
        }
        for (index, one) in review.evidence.iter().enumerate() {
            self.evidence(&Pointer::root().key("review").key("evidence").index(index), one);
        }
        for (index, one) in review.assessments.iter().enumerate() {
            let at = Pointer::root().key("review").key("assessments").index(index).key("reason");
            self.maybe(at, WordingKind::Reason, one.reason.as_ref(), &one.source);
        }
    }

    fn evidence(&mut self, at: &Pointer, one: &'a Evidence) {
        self.maybe(at.key("lead_in"), WordingKind::Evidence, one.lead_in.as_ref(), &one.source);
        self.push(at.key("text"), WordingKind::Evidence, &one.text, &one.source);
        for (part, words) in one.parts.iter().enumerate() {
            self.push(at.key("parts").index(part), WordingKind::Evidence, words, &one.source);
        }
    }

    fn sources(&mut self, review: &'a AnnualReview) {
        for (index, one) in review.assurances.iter().enumerate() {
            let at = Pointer::root().key("review").key("assurances").index(index).key("text");
            self.maybe(at, WordingKind::Prose, one.text.as_ref(), &one.source);
        }
        for (index, one) in review.conformances.iter().enumerate() {
            let at = Pointer::root().key("review").key("conformances").index(index).key("text");
            self.maybe(at, WordingKind::Prose, one.text.as_ref(), &one.source);
        }
        self.passage(&REVIEW.key("best_value"), review.best_value.as_ref());
        for (index, one) in review.matters.iter().flatten().enumerate() {
            let at = Pointer::root().key("review").key("matters").index(index);
            self.maybe(at.key("text"), WordingKind::Prose, one.text.as_ref(), &one.source);
            self.maybe(at.key("response"), WordingKind::Prose, one.response.as_ref(), &one.source);
            self.maybe(at.key("excused"), WordingKind::Prose, one.excused.as_ref(), &one.source);
        }
        for (index, one) in review.group.iter().flatten().enumerate() {
            self.maybe(
                Pointer::root().key("review").key("group").index(index).key("text"),
                WordingKind::Prose,
                one.text.as_ref(),
                &one.source,
            );
        }
    }

    fn plan(&mut self, review: &'a AnnualReview) {
        for (index, one) in review.gaps.iter().enumerate() {
            self.push(
                Pointer::root().key("review").key("gaps").index(index).key("text"),
                WordingKind::Prose,
                &one.text,
                &one.source,
            );
        }
        self.passage(&REVIEW.key("significance"), review.significance.as_ref());
        for (index, one) in review.issues.iter().enumerate() {
            self.push(
                Pointer::root().key("review").key("issues").index(index).key("text"),
                WordingKind::Prose,
                &one.text,
                &one.source,
            );
        }
        for (index, one) in review.actions.iter().enumerate() {
            let at = Pointer::root().key("review").key("actions").index(index);
            self.push(at.key("text"), WordingKind::Action, &one.text, &one.source);
            let progress = one.progress.as_ref().and_then(|progress| progress.text.as_ref());
            self.maybe(at.key("progress").key("text"), WordingKind::Progress, progress, &one.source);
            let reason = one.revised.as_ref().and_then(|revised| revised.reason.as_ref());
            self.maybe(at.key("revised").key("reason"), WordingKind::Reason, reason, &one.source);
        }
        for (index, one) in review.prior_issues.iter().flatten().enumerate() {
            let at = Pointer::root().key("review").key("prior_issues").index(index).key("text");
            self.maybe(at, WordingKind::Prose, one.text.as_ref(), &one.source);
        }
    }

    fn ending(&mut self, context: &StatementContext<'a>) {
        let review = &context.statement.review;
        for (index, one) in review.opinions.iter().enumerate() {
            self.push(
                Pointer::root().key("review").key("opinions").index(index).key("text"),
                WordingKind::Prose,
                &one.text,
                &one.source,
            );
        }
        let (at, later) = match &context.statement.sign_off.events_after {
            Some(later) => (Pointer::fixed("/sign_off/events_after/events"), Some(later)),
            None => (Pointer::fixed("/review/events_after/events"), review.events_after.as_ref()),
        };
        for (index, one) in later.iter().flat_map(|later| &later.events).enumerate() {
            self.push(at.index(index).key("text"), WordingKind::Prose, &one.text, &one.source);
        }
        if let Some(one) = &review.conclusion {
            self.push("/review/conclusion/text".into(), WordingKind::Prose, &one.text, &one.source);
            let at = "/review/conclusion/monitoring".into();
            self.maybe(at, WordingKind::Prose, one.monitoring.as_ref(), &one.source);
        }
    }
}
