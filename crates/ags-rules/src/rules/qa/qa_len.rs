//! QA-LEN: Long sentences or unexplained abbreviations.

use std::collections::BTreeSet;

use crate::context::{StatementContext, Wording, WordingKind};
use crate::prose;
use crate::rule::{Check, Rule, Status};
use ags_law::Scope;
use ags_report::{Finding, Outcome, Severity};

/// QA-LEN.
pub const RULE: Rule = Rule {
    code: "QA-LEN",
    name: "long-sentences-or-unexplained-abbreviations",
    title: "Long sentences or unexplained abbreviations",
    requirement: "Sentences are short, and abbreviations are explained.",
    method: "The sentences of the review have no more than 25 words on average, and every abbreviation in \
        capitals that the statement uses, including its local code, is explained in it: in brackets, as in \
        \"Internal Audit Service (IAS)\", among the definitions, or as another name of a role. A few \
        well-known abbreviations need no explanation; the list is our own. The length of the statement is \
        checked by FW16-STRAT.",
    rationale: "Members find statements too long, too complex and full of jargon. GOV.UK limits sentences \
        to 25 words because longer ones are hard to read; applying the limit to the average is our choice. \
        Residents may not know the authority's abbreviations.",
    limitations: "Jargon that is not abbreviated, and whether an explanation is clear.",
    severity: Severity::Advisory,
    status: Status::Stable,
    citations: &[
        ags_law::QUALITY.at(
            "Tandridge District Council: the annual governance statement: too long, complex and full of \
             jargon",
            "https://tandridge.moderngov.co.uk/ieIssueDetails.aspx?IId=6200&PlanId=0&Opt=3",
        ),
        ags_law::QUALITY.at(
            "London Borough of Islington: the annual governance statement: terms explained for residents",
            "https://democracy.islington.gov.uk/mgAi.aspx?ID=36008",
        ),
        ags_law::QUALITY.at(
            "Government Digital Service, Sentence length: why 25 words is our limit (2014): sentences of \
             more than 25 words",
            "https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/",
        ),
    ],
    scope: Scope::ALWAYS,
    check: Check::Statement(check),
};

/// The most words of a sentence on average, inclusive. GOV.UK's limit for each sentence; for the average,
/// ours.
const MOST_WORDS: usize = 25;

/// Short forms that readers know or that are names by now. Ours.
const KNOWN: [&str; 13] =
    ["BBC", "CCTV", "CIPFA", "COVID", "EU", "HR", "ICT", "IT", "NHS", "PDF", "SOLACE", "UK", "UNISON"];

fn check(context: &StatementContext<'_>) -> Outcome {
    let review = context.wordings();
    let long = long(&review);
    let all: Vec<Wording<'_>> = review.into_iter().chain(context.code_wordings()).collect();
    Outcome::of(long.into_iter().chain(unexplained(context, &all)).collect())
}

/// That the sentences of the review are too long on average, shown by the longest.
fn long(review: &[Wording<'_>]) -> Option<Finding> {
    let sentences = review.iter().flat_map(|one| prose::sentences(one.words).map(move |words| (one, words)));
    let counted: Vec<_> =
        sentences.map(|(one, words)| (words.split_whitespace().count(), one, words)).collect();
    let total: usize = counted.iter().map(|(count, ..)| count).sum();
    if total <= MOST_WORDS * counted.len() {
        return None;
    }
    let (most, wording, longest) = counted.iter().max_by_key(|(count, ..)| *count)?;
    let says = format!(
        "The sentences of the review have {} words on average, which is more than {MOST_WORDS}; the longest \
         has {most}.",
        tenths(total, counted.len())
    );
    Some(wording.finding(longest, says, "Divide the long sentences."))
}

/// A mean with one digit after the point, rounded up.
fn tenths(total: usize, count: usize) -> String {
    let tenths = (total * 10).div_ceil(count);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The short forms that are explained nowhere, each at its first place.
fn unexplained(context: &StatementContext<'_>, all: &[Wording<'_>]) -> Vec<Finding> {
    let explained = explained(context, all);
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for wording in
        all.iter().filter(|wording| wording.part != WordingKind::Title || !is_shouted(wording.words))
    {
        for sentence in prose::sentences(wording.words).filter(|sentence| !is_shouted(sentence)) {
            for short in short_forms(sentence) {
                if !explained.contains(short) && !KNOWN.contains(&short) && seen.insert(short) {
                    let says = format!("The abbreviation {short} is not explained.");
                    let fix = "Write the abbreviation out where it is first used, followed by the \
                        abbreviation in brackets.";
                    findings.push(wording.finding(sentence, says, fix));
                }
            }
        }
    }
    findings
}

/// The short forms in a text: two to six capital letters; the s of a plural does not count.
fn short_forms(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let word = word.strip_suffix('s').unwrap_or(word);
        let capitals = (2..=6).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        (capitals && !is_roman(word)).then_some(word)
    })
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| b"IVX".contains(&byte))
}

/// Whether most words of a text are in capitals, as in a heading.
fn is_shouted(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let (mut shouted, mut all) = (0, 0);
    for word in words {
        all += 1;
        shouted += usize::from(!word.contains(char::is_lowercase));
    }
    shouted * 2 > all
}

/// The short forms that stand in brackets, before brackets, among the definitions or among the names of a
/// role.
fn explained<'a>(context: &StatementContext<'a>, all: &[Wording<'a>]) -> BTreeSet<&'a str> {
    let code = &context.statement.local_code;
    let mut found = BTreeSet::new();
    for wording in all {
        for (before, inside) in brackets(wording.words) {
            found.extend(short_forms(inside));
            found.extend(before.rsplit(' ').next().into_iter().flat_map(short_forms));
        }
    }
    for term in &code.definitions {
        found.extend(short_forms(&term.term));
    }
    for role in &code.roles {
        found.extend(role.aliases.iter().flat_map(|alias| short_forms(alias)));
    }
    found
}

/// Every text in brackets, with the words before it.
fn brackets(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices('(').filter_map(|(open, _)| {
        let inside = text.get(open + 1..)?;
        Some((text.get(..open)?.trim_end(), inside.get(..inside.find(')')?)?))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_shouted, short_forms, tenths};

    #[test]
    fn a_short_form_has_two_to_six_capitals_and_no_figure() {
        let found: Vec<_> = short_forms("A and MTFS, SLAs, ISO27001, TOOLONG, II and Abc").collect();
        assert_eq!(found, ["MTFS", "SLA"]);
    }

    #[test]
    fn a_heading_in_capitals_is_shouted_and_a_sentence_with_a_short_form_is_not() {
        assert!(is_shouted("THE LOCAL CODE") && !is_shouted("The MTFS plan"));
    }

    #[test]
    fn a_mean_just_above_the_limit_is_not_rounded_down_to_it() {
        assert_eq!(tenths(251, 10), "25.1");
        assert_eq!(tenths(2_501, 100), "25.1");
    }
}
