//! Every rule, in reading order: one family a folder, one duty a file.

pub mod add25;
pub mod agar;
pub mod ags;
pub mod answer;
pub mod code;
pub mod fw16;
pub mod nations;
pub mod ni;
pub mod qa;
pub mod reg;
pub mod rel;
pub mod sco;
pub mod sig;
pub mod waiver;
pub mod wal;

mod bodies;
mod category;
mod deadlines;
mod delegation;
mod notice;
mod pending_duty;
mod pointers;
mod publication;
mod scope;
mod signatures;

use crate::rule::Rule;
use ags_report::Subject;

/// Every family, in the order reports list them.
static FAMILIES: &[&[Rule]] = &[
    // the law of each nation
    reg::RULES,
    wal::RULES,
    sco::RULES,
    ni::RULES,
    // the Framework
    fw16::RULES,
    add25::RULES,
    // what others said, what is significant, and how it is presented
    rel::RULES,
    sig::RULES,
    qa::RULES,
    // the statement as a whole
    ags::RULES,
    answer::RULES,
    // other documents
    code::RULES,
    agar::RULES,
    waiver::RULES,
];

/// Every rule there is, preview rules included, in the order reports list them.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

/// The rules for one subject, preview rules included.
pub fn of(subject: Subject) -> impl Iterator<Item = &'static Rule> {
    all().filter(move |rule| rule.check.subject() == subject)
}

/// Codes that are retired, each with the code of the rule that took its place. A retired code is never used
/// again.
const RETIRED: &[(&str, &str)] = &[];

/// The rule with a code, as in `REG-6-2-B`, in upper or lower case; a retired code leads to the rule that
/// took its place.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    let code = current(code, RETIRED);
    all().find(|rule| rule.code.eq_ignore_ascii_case(code))
}

/// The code that a code leads to through a table of retired ones; itself where it is not retired. The table
/// is in order of retirement, so that one pass follows a code that was replaced twice.
fn current<'a>(code: &'a str, retired: &[(&str, &'a str)]) -> &'a str {
    retired.iter().fold(code, |code, (old, new)| if code.eq_ignore_ascii_case(old) { new } else { code })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use governance_model::{FinancialYear, Nation};

    use super::{RETIRED, all, current, find, of};
    use crate::sample;
    use ags_report::{Outcome, Subject};
    use ags_statement::{SignOff, Statement};

    /// A file that declares rules, one or the same duty in several nations, with their codes.
    struct RuleFile {
        path: PathBuf,
        source: String,
        codes: Vec<String>,
    }

    #[expect(clippy::disallowed_methods, reason = "the test reads the source of the rules")]
    fn rule_files() -> Vec<RuleFile> {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                if path.extension().is_none_or(|extension| extension != "rs") {
                    continue;
                }
                let source = std::fs::read_to_string(&path).unwrap();
                let code =
                    |line: &str| Some(line.trim().strip_prefix("code: \"")?.split_once('"')?.0.to_owned());
                let codes: Vec<String> = source.lines().filter_map(code).collect();
                if source.lines().any(|line| line.starts_with("pub const ") && line.contains(": Rule = ")) {
                    files.push(RuleFile { path, source, codes });
                }
            }
        }
        files
    }

    #[test]
    fn every_rule_is_in_one_file_and_registered_once() {
        let mut written: Vec<String> = rule_files().into_iter().flat_map(|file| file.codes).collect();
        let mut registered: Vec<String> = all().map(|rule| rule.code.to_owned()).collect();
        written.sort_unstable();
        registered.sort_unstable();
        assert_eq!(written, registered);
    }

    #[test]
    fn a_file_with_one_rule_is_named_after_its_code() {
        for file in rule_files() {
            let RuleFile { path, codes, .. } = &file;
            let name = path.file_stem().unwrap().to_str().unwrap();
            if let [code] = codes.as_slice() {
                assert_eq!(name.replace('_', "-").to_uppercase(), *code);
            }
        }
    }

    #[test]
    fn a_retired_code_leads_on_however_often_it_was_replaced() {
        let retired = [("REG-1", "REG-2"), ("REG-2", "REG-6-2-B")];
        assert_eq!(current("reg-1", &retired), "REG-6-2-B");
        assert_eq!(current("REG-9", &retired), "REG-9");
    }

    #[test]
    fn a_retired_code_is_not_used_again_and_leads_to_a_rule() {
        for (old, _) in RETIRED {
            assert!(all().all(|rule| rule.code != *old), "{old} is retired");
            assert!(find(old).is_some(), "{old} leads nowhere");
        }
    }

    #[test]
    fn no_code_and_no_name_is_given_twice() {
        let codes: BTreeSet<&str> = all().map(|rule| rule.code).collect();
        let names: BTreeSet<&str> = all().map(|rule| rule.name).collect();
        assert_eq!((codes.len(), names.len()), (all().count(), all().count()));
    }

    #[test]
    fn a_name_is_kebab_case_and_names_the_fault_and_not_the_cure() {
        for rule in all() {
            let name = rule.name;
            let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(name.chars().all(good) && !name.starts_with('-') && !name.ends_with('-'), "{name}");
            let cure = ["missing", "must", "should", "check", "ensure", "require", "rule"];
            assert!(name.split('-').all(|word| !cure.contains(&word)), "{name}");
        }
    }

    #[test]
    fn a_name_is_the_title_in_small_letters_without_punctuation() {
        for rule in all() {
            let kept = |c: &char| c.is_alphanumeric() || *c == ' ';
            let plain: String = rule.title.chars().filter(kept).collect();
            assert_eq!(rule.name, plain.to_lowercase().replace(' ', "-"), "{}", rule.code);
            assert!(!rule.title.starts_with(char::is_lowercase), "{}", rule.title);
        }
    }

    #[test]
    fn every_rule_cites_and_speaks_in_sentences() {
        for rule in all() {
            assert!(!rule.citations.is_empty(), "{} cites nothing", rule.code);
            for cite in rule.citations {
                assert!(!cite.instrument.is_empty() && !cite.provision.is_empty(), "{}", rule.code);
                assert!(cite.url.is_none_or(|url| url.starts_with("https://")), "{}", rule.code);
            }
            for sentence in [rule.requirement, rule.method, rule.rationale, rule.limitations] {
                let begins = sentence.chars().next().is_some_and(|first| !first.is_lowercase());
                assert!(
                    begins && sentence.ends_with('.') && !sentence.contains("  "),
                    "{}: {sentence}",
                    rule.code
                );
            }
        }
    }

    #[test]
    fn every_rule_file_begins_with_its_codes_and_its_faults() {
        for RuleFile { source, codes, .. } in rule_files() {
            let heads = codes.iter().map(|code| {
                let rule = find(code).unwrap();
                let bullet = if codes.len() > 1 { "- " } else { "" };
                format!("//! {bullet}{code}: {}.", rule.title)
            });
            for head in heads {
                assert!(source.lines().any(|line| line == head), "{head}");
            }
        }
    }

    /// The sample with everything taken out that may be left out.
    fn bare() -> Statement {
        let mut statement = sample::statement();
        let review = &mut statement.review;
        (review.citations, review.responsibility, review.process) = (Vec::new(), None, None);
        (review.assessments, review.assurances, review.gaps) = (Vec::new(), Vec::new(), Vec::new());
        (review.issues, review.actions, review.prior_issues) = (Vec::new(), Vec::new(), None);
        (review.opinions, review.events_after, review.conclusion) = (Vec::new(), None, None);
        statement.local_code.principles.clear();
        statement.local_code.roles.clear();
        statement.sign_off = SignOff::default();
        statement
    }

    #[test]
    fn every_rule_answers_a_bare_statement_in_every_nation_and_year() {
        for nation in [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland] {
            for year in (1990..=2098).step_by(9).map(|begins| FinancialYear::beginning(begins).ok()) {
                for mut statement in [bare(), sample::statement()] {
                    statement.local_code.authority.nation = nation;
                    statement.review.year = year;
                    let report = crate::check_with(&statement, None, sample::day(2022, 11, 30), all());
                    assert_eq!(report.results.len(), of(Subject::Statement).count());
                }
            }
        }
    }

    #[test]
    fn what_is_not_met_says_what_where_and_how_to_mend_it() {
        let report = crate::check_with(&bare(), None, sample::day(2026, 1, 1), all());
        for result in &report.results {
            if let Outcome::NotMet { findings } = &result.outcome {
                assert!(!findings.is_empty(), "{}", result.code);
                for finding in findings {
                    assert!(finding.pointer.starts_with('/'), "{}: {}", result.code, finding.pointer);
                    assert!(finding.message.ends_with(['.', '?']), "{}: {}", result.code, finding.message);
                    assert!(finding.fix.ends_with('.'), "{}: {}", result.code, finding.fix);
                }
            }
        }
    }
}
