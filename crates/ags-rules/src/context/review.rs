//! The wording of a statement.

use governance_model::{AnnualReview, Evidence, Passage, Provenance, Text};

use super::local_code::{LocalCodeContext, Part, Wording};
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
            pointer: format!("/local_code{}", wording.pointer),
            ..wording.clone()
        };
        code.wordings().iter().map(placed).collect()
    }
}

/// Wording with its place, as it is found.
struct Found<'a>(Vec<Wording<'a>>);

impl<'a> Found<'a> {
    fn push(&mut self, at: String, part: Part, words: &'a Text, from: &'a Provenance) {
        self.0.push(Wording { pointer: at, part, words, source: from });
    }

    fn maybe(&mut self, at: String, part: Part, words: Option<&'a Text>, from: &'a Provenance) {
        if let Some(words) = words {
            self.push(at, part, words, from);
        }
    }

    fn passage(&mut self, at: &str, passage: Option<&'a Passage>) {
        if let Some(Passage { text: says, source: from }) = passage {
            self.push(format!("{at}/text"), Part::Prose, says, from);
        }
    }

    fn opening(&mut self, review: &'a AnnualReview) {
        self.passage("/review/summary", review.summary.as_ref());
        if let Some(one) = &review.responsibility {
            self.push("/review/responsibility/text".into(), Part::Prose, &one.text, &one.source);
        }
        if let Some(process) = &review.process {
            for (index, step) in process.steps.iter().enumerate() {
                self.push(format!("/review/process/steps/{index}"), Part::Prose, step, &process.source);
            }
        }
        for (index, one) in review.evidence.iter().enumerate() {
            self.evidence(&format!("/review/evidence/{index}"), one);
        }
        for (index, one) in review.assessments.iter().enumerate() {
            let at = format!("/review/assessments/{index}/reason");
            self.maybe(at, Part::Reason, one.reason.as_ref(), &one.source);
        }
    }

    fn evidence(&mut self, at: &str, one: &'a Evidence) {
        self.maybe(format!("{at}/lead_in"), Part::Evidence, one.lead_in.as_ref(), &one.source);
        self.push(format!("{at}/text"), Part::Evidence, &one.text, &one.source);
        for (part, words) in one.parts.iter().enumerate() {
            self.push(format!("{at}/parts/{part}"), Part::Evidence, words, &one.source);
        }
    }

    fn sources(&mut self, review: &'a AnnualReview) {
        for (index, one) in review.assurances.iter().enumerate() {
            let at = format!("/review/assurances/{index}/text");
            self.maybe(at, Part::Prose, one.text.as_ref(), &one.source);
        }
        for (index, one) in review.conformances.iter().enumerate() {
            let at = format!("/review/conformances/{index}/text");
            self.maybe(at, Part::Prose, one.text.as_ref(), &one.source);
        }
        self.passage("/review/best_value", review.best_value.as_ref());
        for (index, one) in review.matters.iter().flatten().enumerate() {
            let at = format!("/review/matters/{index}");
            self.maybe(format!("{at}/text"), Part::Prose, one.text.as_ref(), &one.source);
            self.maybe(format!("{at}/response"), Part::Prose, one.response.as_ref(), &one.source);
            self.maybe(format!("{at}/excused"), Part::Prose, one.excused.as_ref(), &one.source);
        }
        for (index, one) in review.group.iter().flatten().enumerate() {
            self.maybe(format!("/review/group/{index}/text"), Part::Prose, one.text.as_ref(), &one.source);
        }
    }

    fn plan(&mut self, review: &'a AnnualReview) {
        for (index, one) in review.gaps.iter().enumerate() {
            self.push(format!("/review/gaps/{index}/text"), Part::Prose, &one.text, &one.source);
        }
        self.passage("/review/significance", review.significance.as_ref());
        for (index, one) in review.issues.iter().enumerate() {
            self.push(format!("/review/issues/{index}/text"), Part::Prose, &one.text, &one.source);
        }
        for (index, one) in review.actions.iter().enumerate() {
            let at = format!("/review/actions/{index}");
            self.push(format!("{at}/text"), Part::Action, &one.text, &one.source);
            let progress = one.progress.as_ref().and_then(|progress| progress.text.as_ref());
            self.maybe(format!("{at}/progress/text"), Part::Progress, progress, &one.source);
            let reason = one.revised.as_ref().and_then(|revised| revised.reason.as_ref());
            self.maybe(format!("{at}/revised/reason"), Part::Reason, reason, &one.source);
        }
        for (index, one) in review.prior_issues.iter().flatten().enumerate() {
            let at = format!("/review/prior_issues/{index}/text");
            self.maybe(at, Part::Prose, one.text.as_ref(), &one.source);
        }
    }

    fn ending(&mut self, context: &StatementContext<'a>) {
        let review = &context.statement.review;
        for (index, one) in review.opinions.iter().enumerate() {
            self.push(format!("/review/opinions/{index}/text"), Part::Prose, &one.text, &one.source);
        }
        let (at, later) = match &context.statement.sign_off.events_after {
            Some(later) => ("/sign_off/events_after/events", Some(later)),
            None => ("/review/events_after/events", review.events_after.as_ref()),
        };
        for (index, one) in later.iter().flat_map(|later| &later.events).enumerate() {
            self.push(format!("{at}/{index}/text"), Part::Prose, &one.text, &one.source);
        }
        if let Some(one) = &review.conclusion {
            self.push("/review/conclusion/text".into(), Part::Prose, &one.text, &one.source);
            let at = "/review/conclusion/monitoring".into();
            self.maybe(at, Part::Prose, one.monitoring.as_ref(), &one.source);
        }
    }
}
