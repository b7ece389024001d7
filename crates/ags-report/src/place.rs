//! Places in a document, in words: "Action 7 (ACT-25-7), owners, line 609" and not `/review/actions/6/owners`.

use std::collections::BTreeMap;

use ags_statement::english;

/// What is known of the file that was checked, beside its report.
///
/// ```
/// use ags_report::Places;
/// let mut places = Places::default();
/// assert_eq!(places.words("/review/actions/6/owners"), "Action 7, owners");
/// places.ids.insert("/review/actions/6".into(), "ACT-25-7".into());
/// places.lines.insert("/review/actions/6/owners".into(), 609);
/// assert_eq!(places.words("/review/actions/6/owners"), "Action 7 (ACT-25-7), owners, line 609");
/// assert_eq!(places.words("/local_code/roles"), "Local code, roles");
/// assert_eq!(places.words(""), "The document as a whole");
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Places {
    /// The identifiers of items, each by the JSON pointer of its item.
    pub ids: BTreeMap<String, String>,
    /// The lines on which JSON pointers begin, from 1.
    pub lines: BTreeMap<String, usize>,
}

/// The parts of a statement that go without saying where more follows.
const UNNAMED: [&str; 2] = ["review", "sign_off"];

/// The fields whose names are not their words.
const WORDS: [(&str, &str); 17] = [
    ("accounts", "statement of accounts"),
    ("as_approved", "approved statement"),
    ("by_resolution", "whether by resolution"),
    ("citations", "law that is cited"),
    ("considered", "consideration of the findings"),
    ("group", "bodies through which the authority acts"),
    ("gss_code", "GSS code"),
    ("led_by", "who led it"),
    ("matters", "formal matters"),
    ("on", "date"),
    ("prior_issues", "last year's issues"),
    ("process", "conduct of the review"),
    ("rfo_signed", "signature of the responsible financial officer"),
    ("rights", "period for the exercise of public rights"),
    ("sign_off", "sign-off"),
    ("url", "web address"),
    ("with", "what was published with it"),
];

/// The lists of which one item is not called by their words without the last letter.
const ITEMS: [(&str, &str); 9] = [
    ("bodies", "body"),
    ("citations", "citation"),
    ("evidence", "evidence"),
    ("found", "gap found"),
    ("group", "body"),
    ("led_by", "leader"),
    ("matters", "formal matter"),
    ("prior_issues", "issue of last year"),
    ("with", "paper published with it"),
];

impl Places {
    /// The place that a JSON pointer leads to, as a reader would say it; items of lists are counted from 1.
    #[must_use]
    pub fn words(&self, pointer: &str) -> String {
        let mut words = Vec::new();
        let (mut at, mut steps) = (String::new(), pointer.split('/').skip(1).peekable());
        while let Some(step) = steps.next() {
            at.push('/');
            at.push_str(step);
            let item = steps.peek().and_then(|next| next.parse::<usize>().ok());
            if let Some(index) = item {
                at.push('/');
                at.push_str(&index.to_string());
                steps.next();
                let id = self.ids.get(&at).map_or_else(String::new, |id| format!(" ({id})"));
                words.push(format!("{} {}{id}", one_of(step), index.saturating_add(1)));
            } else if steps.peek().is_none() || !UNNAMED.contains(&step) {
                words.push(named(step));
            }
        }
        if words.is_empty() {
            words.push("the document as a whole".into());
        }
        words.extend(self.lines.get(pointer).map(|line| format!("line {line}")));
        english::capital(&words.join(", "))
    }
}

/// A field in words.
fn named(field: &str) -> String {
    let known = WORDS.iter().find(|(name, _)| *name == field);
    let unknown = || field.replace("~1", "/").replace("~0", "~").replace('_', " ");
    known.map_or_else(unknown, |(_, words)| (*words).to_owned())
}

/// One item of a list in words.
fn one_of(field: &str) -> String {
    if let Some((_, item)) = ITEMS.iter().find(|(name, _)| *name == field) {
        return (*item).to_owned();
    }
    let words = named(field);
    words.strip_suffix('s').map_or_else(|| words.clone(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn a_place_is_said_in_words_and_counted_from_one() {
        let words = |pointer| Places::default().words(pointer);
        for (pointer, expected) in [
            ("/review/issues/1", "Issue 2"),
            ("/review/actions/6/owners/1", "Action 7, owner 2"),
            ("/review", "Review"),
            ("/review/year", "Year"),
            ("/sign_off/approval/on", "Approval, date"),
            ("/review/matters", "Formal matters"),
            (
                "/local_code/principles/4/arrangements/1/evidence/0/text",
                "Local code, principle 5, arrangement 2, evidence 1, text",
            ),
            ("/local_code/citations/0", "Local code, citation 1"),
            ("/section_1/signatures", "Section 1, signatures"),
            ("/assertions/8/answer", "Assertion 9, answer"),
            ("/a~1b", "A/b"),
            ("no pointer", "The document as a whole"),
        ] {
            assert_eq!(words(pointer), expected, "{pointer}");
        }
    }
}
