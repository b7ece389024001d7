//! The statement as a reader meets it: its outline, what a draft and a final one say, and that no part needs
//! to be there.

use governance_model::{
    Action, Arrangement, Assessment, AssuranceLevel, Degree, Event, EventsAfter, Frequency, Gap, GroupBody,
    Matter, PriorIssue, Provenance, Significance, Text, read,
};

use super::{compose, compose_with};
use crate::sample::{day, statement};
use ags_document::{Block, Document, Figure, HouseStyle, Relationship, Shape, Table};
use ags_law::Citation;
use ags_report::{Outcome, Report, RuleResult, Severity, Suppression, SuppressionStatus};
use ags_statement::canonical::Digest;
use ags_statement::{SignOff, Statement};

/// The answers the tests compose with: one of law that is not met, one that is not due yet, one of proper
/// practice that is met, and one that is not.
fn report(statement: &Statement) -> Report {
    let law = |outcome| RuleResult {
        code: "REG-6-2-B".into(),
        name: "no-resolution-of-approval".into(),
        requirement: "Did members approve the statement by resolution?".into(),
        severity: Severity::Statutory,
        outcome,
        citations: vec![Citation::into(Citation {
            instrument: "Accounts and Audit Regulations 2015 (SI 2015/234)",
            provision: "reg. 6(2)(b)",
            url: Some("https://www.legislation.gov.uk/uksi/2015/234/regulation/6"),
        })],
    };
    let practice =
        |outcome| RuleResult { severity: Severity::ProperPractice, citations: Vec::new(), ..law(outcome) };
    let results = vec![
        law(Outcome::NotDueYet { due: day(2022, 7, 31), action: "Publish the draft".into() }),
        law(Outcome::not_met("/sign_off", "Nobody approved it.", "Put it to the committee.")),
        practice(Outcome::Met),
        practice(Outcome::not_met("/review", "No plan.", "Add one.")),
    ];
    Report { results, ..ags_rules::check_with(statement, None, day(2022, 5, 31), []) }
}

fn composed(statement: &Statement) -> Document {
    compose(statement, &report(statement))
}

fn draft() -> Statement {
    Statement { sign_off: SignOff::default(), ..statement() }
}

fn text(words: &str) -> Text {
    words.parse().unwrap()
}

/// Headings, each on a line and indented by its level.
fn outline(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Heading { level, text } => format!("{}{text}\n", "  ".repeat(usize::from(*level) - 1)),
        Block::Together(inner) => outline(inner),
        _ => String::new(),
    };
    blocks.iter().map(one).collect()
}

/// Everything a reader sees, in reading order.
fn words(document: &Document) -> String {
    document.words().into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
}

fn captions(document: &Document) -> Vec<&str> {
    fn of<'a>(blocks: &'a [Block]) -> Vec<&'a str> {
        let one = |block: &'a Block| match block {
            Block::Table(table) => vec![table.caption.as_str()],
            Block::Together(inner) => of(inner),
            _ => vec![],
        };
        blocks.iter().flat_map(one).collect()
    }
    of(&document.body)
}

/// The tables among the blocks, line by line: the caption, the heads of the columns and the rows.
pub(super) fn tabled(blocks: &[Block]) -> Vec<String> {
    fn said(blocks: &[Block]) -> String {
        let one = |block: &Block| match block {
            Block::Paragraph(inlines) => inlines.iter().map(ags_document::Inline::words).collect(),
            _ => String::new(),
        };
        blocks.iter().map(one).collect()
    }
    let lines = |table: &Table| {
        let rows =
            table.rows.iter().map(|row| row.iter().map(|cell| said(cell)).collect::<Vec<_>>().join(" | "));
        [table.caption.clone(), table.columns.join(" | ")].into_iter().chain(rows).collect::<Vec<_>>()
    };
    let table = |block: &Block| if let Block::Table(table) = block { lines(table) } else { Vec::new() };
    blocks.iter().flat_map(table).collect()
}

/// A spoiled sample, as a file could hold it.
fn spoiled(spoil: impl FnOnce(&mut Statement)) -> Statement {
    let mut statement = statement();
    spoil(&mut statement);
    statement
}

/// What is said after these words.
fn after<'a>(words: &'a str, start: &str) -> &'a str {
    words.split_once(start).unwrap_or_else(|| panic!("{start:?} is not said in:\n{words}")).1
}

#[test]
fn the_sections_stand_in_the_order_a_reader_needs() {
    let outline = outline(&composed(&statement()).body);
    let expected = "\
What this statement says
  About this statement
  How sure we are: the levels of assurance
Scope of responsibility
How we are governed
  Who does what
How we meet each principle
  Principle A: Behaving with integrity, demonstrating strong commitment to ethical values, and respecting the rule of law
    A1: Behaving with integrity
    A2: Demonstrating strong commitment to ethical values
    A3: Respecting the rule of law
";
    assert!(outline.starts_with(expected), "{outline}");
    let expected = "\
    G3: Assurance and effective accountability
Review of effectiveness
  How the review was made
  What the sources of assurance found
  Matters raised by others
  How we compare with professional standards
  Best value
  Companies, partnerships and other bodies
Last year's issues and what became of them
Significant issues and action plan
  Issue 1: Partnership risk
  Action plan
Other areas for improvement
Events since the end of the year
Conclusion and commitment
Approval and signatures
  Publication
  What changed since the draft
How this statement was checked
  Requirements that are not met
About this copy
";
    assert!(outline.ends_with(expected), "{outline}");
}

#[test]
fn the_conclusion_comes_first() {
    let document = composed(&statement());
    let Block::Note { label, blocks } = &document.body[1] else { panic!("{:?}", document.body[1]) };
    assert_eq!(label, "Our conclusion");
    assert_eq!(
        blocks[0],
        Block::Paragraph(vec![ags_document::Inline::Strong("Overall opinion: reasonable assurance.".into())])
    );
    assert_eq!(
        blocks[1],
        Block::plain("The arrangements give reasonable assurance and are fit for purpose.")
    );
    let said = Block::plain(
        "Our arrangements give reasonable assurance and are fit for purpose. One issue is significant: risks shared \
         with partners.",
    );
    assert_eq!(document.body[2], said, "the summary");
    assert_eq!(
        document.body[3],
        Block::plain("The review of 2021/22 reports one significant governance issue:")
    );
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_one_does_not() {
    let (draft, last) = (composed(&draft()), composed(&statement()));
    assert_eq!(draft.status.as_deref(), Some("Draft: not approved"));
    assert_eq!(last.status, None);
    assert!(words(&draft).contains("Draft as at 31 May 2022."));
    assert!(words(&draft).contains("Members have not approved this statement yet."));
    assert_eq!(words(&draft).matches("Not yet signed").count(), 4, "name and date of two offices");
    assert!(words(&last).contains(
        "The Audit Committee approved this statement by resolution on 28 November 2022 (minute 31)."
    ));
    assert!(!words(&last).contains("Not yet signed"));
}

#[test]
fn a_draft_lists_what_the_law_still_requires_what_is_due_now_first() {
    let document = composed(&draft());
    assert!(captions(&document).contains(&"Still to be done before lawful publication"));
    let words = words(&document);
    let table = after(&words, "Where it is required");
    assert_eq!(
        table.lines().skip(1).take(6).collect::<Vec<_>>(),
        [
            "Put it to the committee.",
            "Now",
            "Accounts and Audit Regulations 2015 (SI 2015/234), reg. 6(2)(b)",
            "Publish the draft.",
            "31 July 2022",
            "Accounts and Audit Regulations 2015 (SI 2015/234), reg. 6(2)(b)",
        ]
    );
    assert_eq!(words.matches("Nobody approved it.").count(), 0, "told once, as what must be done");
    assert!(words.contains("No plan."));
}

#[test]
fn a_final_statement_lists_every_unmet_requirement() {
    let document = composed(&statement());
    let words = words(&document);
    assert!(!captions(&document).contains(&"Still to be done before lawful publication"));
    assert!(words.contains("Nobody approved it.") && words.contains("No plan."));
}

#[test]
fn what_is_made_up_is_marked_and_the_marks_are_counted() {
    assert!(!words(&composed(&statement())).contains("illustrat"), "nothing is made up in the sample");
    let made_up = Provenance::Illustrative(text("no opinion is given"));
    let statement = spoiled(|it| {
        it.review.opinions[0].source = made_up.clone();
        it.review.actions[0].source = made_up.clone();
        it.local_code.principles[0].arrangements[0].evidence[0].source = made_up;
    });
    let document = composed(&statement);
    assert_eq!(ags_document::marks(&document.body), 3);
    let words = words(&document);
    assert_eq!(words.matches("[illustrative]").count(), 4, "three and the legend");
    assert!(words.contains("There are three passages marked in this way."), "{words}");
}

#[test]
fn a_code_dated_after_the_year_says_what_day_it_describes() {
    let says = |dated: &str| {
        words(&composed(&spoiled(|it| it.local_code.document.dated = Some(dated.parse().unwrap()))))
            .contains("The code is dated after 31 March 2022, when the financial year ended.")
    };
    assert!(says("2022-04"));
    assert!(!says("2022-03-31"));
    assert!(!says("recently"));
}

#[test]
fn the_date_of_evidence_is_told_once() {
    let told = |says: &str| {
        let statement =
            spoiled(|it| it.local_code.principles[0].arrangements[0].evidence[0].text = text(says));
        let document = composed(&statement);
        let words = words(&document);
        after(&words, "A1: Behaving with integrity")
            .lines()
            .find(|line| line.starts_with("Members"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(told("Members were trained"), "Members were trained (October 2021).");
    assert_eq!(told("Members were trained in October 2021."), "Members were trained in October 2021.");
}

#[test]
fn an_action_for_two_issues_stands_at_the_first_and_the_second_points_to_it() {
    let statement = spoiled(|it| {
        let mut second = it.review.issues[0].clone();
        second.title = text("Second");
        it.review.issues.push(second);
    });
    let document = composed(&statement);
    let words = words(&document);
    assert_eq!(words.matches("Add shared risks to the risk register.").count(), 1);
    assert!(words.contains("The actions above cover this too"));
}

#[test]
fn an_issue_without_an_action_says_so() {
    let words = words(&composed(&spoiled(|it| it.review.actions.clear())));
    assert!(words.contains("No action is stated"));
}

#[test]
fn an_action_for_no_gap_of_the_year_is_not_lost() {
    let words = words(&composed(&spoiled(|it| it.review.actions[0].addresses.clear())));
    assert!(words.contains("Actions that name no gap of this year"));
    assert_eq!(words.matches("Add shared risks to the risk register.").count(), 1);
}

#[test]
fn a_gap_that_is_not_significant_stands_apart_with_its_action() {
    let document = composed(&spoiled(|it| it.review.issues.clear()));
    assert!(words(&document).contains("The review of 2021/22 reports no significant governance issue."));
    assert_eq!(
        captions(&document).iter().filter(|caption| **caption == "Other areas for improvement").count(),
        1
    );
}

#[test]
fn gaps_that_the_local_code_shows_are_told() {
    let statement = spoiled(|it| {
        it.local_code.principles[0].arrangements[0].evidence.clear();
        it.found = governance_model::gap::find(&it.local_code);
    });
    let words = words(&composed(&statement));
    assert!(words.contains("The local code gives no evidence for A1, Behaving with integrity."));
    assert!(words.contains("A1: Behaving with integrity\nThe local code gives no evidence here."), "{words}");
}

#[test]
fn each_nation_cites_its_own_law() {
    use governance_model::Nation;
    for (nation, law) in [
        (Nation::England, "Accounts and Audit Regulations 2015 (SI 2015/234), regulation 6"),
        (Nation::Wales, "Accounts and Audit (Wales) Regulations 2014 (SI 2014/3362 (W. 337)), regulation 5"),
        (
            Nation::Scotland,
            "Local Authority Accounts (Scotland) Regulations 2014 (SSI 2014/200), regulation 5",
        ),
        (
            Nation::NorthernIreland,
            "Local Government (Accounts and Audit) Regulations (Northern Ireland) 2015 (SR 2015/106), regulation 4",
        ),
    ] {
        let document = composed(&spoiled(|it| it.local_code.authority.nation = nation));
        assert!(words(&document).contains(law), "{law}");
        assert_eq!(document.violations(), []);
    }
}

#[test]
fn in_wales_the_statement_has_the_name_the_law_gives_it_beside_the_usual_one() {
    let titled = |nation| composed(&spoiled(|it| it.local_code.authority.nation = nation));
    let wales = titled(governance_model::Nation::Wales);
    assert_eq!(wales.title, "Annual Governance Statement 2021/22 (statement on internal control)");
    let said = "It calls the statement a statement on internal control; we publish it as our annual governance \
                statement.";
    assert!(words(&wales).contains(said), "{}", words(&wales));
    let scotland = titled(governance_model::Nation::Scotland);
    assert_eq!(scotland.title, "Annual Governance Statement 2021/22");
    assert!(!words(&scotland).contains("It calls the statement"));
}

#[test]
fn a_year_before_the_regulations_of_today_cites_none_of_them() {
    let told = |year: &str| words(&composed(&spoiled(|it| it.review.year = Some(year.parse().unwrap()))));
    assert!(told("2015/16").contains("The law requires both the review and the statement: "));
    assert!(told("2014/15").contains("The law requires both the review and the statement."));
}

#[test]
fn parts_of_evidence_follow_the_words_that_lead_into_them() {
    let document = composed(&full());
    let words = words(&document);
    assert!(
        after(&words, "Members took up the revised code of conduct").contains("Constitution:"),
        "{words}"
    );
    assert!(after(&words, "Constitution:").starts_with("\nArticle 11\n"), "{words}");
}

#[test]
fn what_a_person_must_judge_is_asked_in_the_statement() {
    let statement = statement();
    let mut report = report(&statement);
    report.results[0].outcome = Outcome::needs_review("/sign_off", "Which item came first?");
    report.results[2].outcome = Outcome::indeterminate("/review", "Give the minute");
    let document = compose(&statement, &report);
    let words = words(&document);
    let asked = after(&words, "What the checks could not settle");
    assert!(asked.starts_with("\nWhich item came first?\n"), "{asked}");
    assert!(asked.contains("\nGive the minute.\nAbout this copy\n"), "{asked}");
    assert_eq!(document.violations(), []);
}

#[test]
fn two_opinions_are_both_told() {
    let words = words(&composed(&spoiled(|it| {
        let second = it.review.opinions[0].clone();
        it.review.opinions.push(second);
    })));
    assert!(words.contains("The statement gives two opinions where there should be one:"));
}

#[test]
fn no_prior_issues_and_none_told_of_are_not_the_same() {
    let none = words(&composed(&statement()));
    assert!(none.contains("The statement for 2020/21 reported no significant issues"));
    let untold = words(&composed(&spoiled(|it| it.review.prior_issues = None)));
    assert!(untold.contains("does not say what became of the significant issues"));
}

#[test]
fn the_events_of_the_sign_off_take_the_place_of_the_reviews() {
    let event = |says| Event { when: None, text: text(says), source: Provenance::Declared };
    let words = words(&composed(&spoiled(|it| {
        it.review.events_after.as_mut().unwrap().events = vec![event("An election is to come.")];
        let events = vec![event("A new leader was elected.")];
        it.sign_off.events_after =
            Some(EventsAfter { until: day(2022, 11, 28), events, source: Provenance::Declared });
    })));
    assert!(words.contains("events up to 28 November 2022") && words.contains("A new leader was elected."));
    assert!(!words.contains("An election is to come."));
}

/// What is said of the full statement in its section under this heading, up to the next words.
fn between<'a>(words: &'a str, heading: &str, next: &str) -> &'a str {
    after(words, &format!("\n{heading}\n")).split_once(&format!("\n{next}\n")).unwrap().0
}

#[test]
fn a_matter_tells_who_raised_it_what_we_answered_and_where_it_is_reported() {
    let words = words(&composed(&full()));
    assert_eq!(
        between(&words, "Matters raised by others", "How we compare with professional standards"),
        "The loan\n\
         Auditor's report in the public interest, brought by the External Auditor in February 2022 on the year \
         2020/21 (reference R1).\n\
         The loan was unlawful.\n\
         What we answered: \n\
         We have stopped lending.\n\
         Members considered it in public on 1 March 2022.\n\
         It is reported below, under \"Issue 1: Partnership risk\".\n\
         It is not a significant issue. The reason given: It is repaid."
    );
}

#[test]
fn a_matter_that_is_neither_reported_nor_excused_is_said_to_be() {
    let mut statement = full();
    let matter = &mut statement.review.matters.as_mut().unwrap()[0];
    (matter.issues, matter.excused) = (Vec::new(), None);
    assert!(words(&composed(&statement)).contains("whether this is a significant issue, or why it is none."));
}

#[test]
fn an_empty_list_says_there_are_none_and_no_list_says_nothing() {
    let empty = composed(&statement());
    let none = composed(&spoiled(|it| {
        (it.review.matters, it.review.group, it.sign_off.changes) = (None, None, None);
    }));
    for (heading, says) in [
        ("Matters raised by others", "court or statutory officer brought a matter to the Council's notice"),
        ("Companies, partnerships and other bodies", "The Council acts through no company,"),
        ("What changed since the draft", "Nothing changed between the draft that was published and"),
    ] {
        assert!(outline(&empty.body).contains(heading) && words(&empty).contains(says), "{heading}");
        assert!(!outline(&none.body).contains(heading) && !words(&none).contains(says), "{heading}");
    }
}

#[test]
fn a_standard_tells_its_edition_how_far_it_is_followed_and_why() {
    let document = composed(&full());
    let words = words(&document);
    let rows = after(&words, "What we do, and why\n");
    let expected = "\
Standards of internal audit in the public sector
Edition: Public Sector Internal Audit Standards
Last compared: April 2022
In part
No outside assessment was made.
The actions below say how we will follow it.
Statement on the Role of the Head of Internal Audit
Edition: 2019
In full
Followed in full, so there is nothing to explain.
";
    assert!(rows.starts_with(expected), "{rows}");
    let none = composed(&spoiled(|it| it.review.conformances.clear()));
    assert!(!outline(&none.body).contains("How we compare with professional standards"));
}

#[test]
fn a_body_of_the_group_tells_what_it_is_and_how_it_was_looked_at() {
    let words = words(&composed(&full()));
    let row = after(&words, "How its governance was looked at\n");
    let expected = "\
Example Homes Limited
Company
Its board reports twice a year.
Source of assurance: Annual report of the Head of Internal Audit.
";
    assert!(row.starts_with(expected), "{row}");
}

#[test]
fn what_is_not_given_has_no_words() {
    let says = [
        "The Council has arrangements to secure continuous improvement",
        "Our arrangements give reasonable assurance and are fit for purpose. One issue",
        "An issue is significant when it meets one of the seven tests",
        "It is significant because the audit committee judged it so.",
        "An order dissolves the Council on 1 April 2023.",
        "The second issue was added.",
    ];
    let given = words(&composed(&full()));
    let mut statement = full();
    let review = &mut statement.review;
    (review.best_value, review.summary, review.significance) = (None, None, None);
    review.issues[0].grounds.clear();
    statement.local_code.authority.dissolves = None;
    statement.sign_off.changes = None;
    let not_given = composed(&statement);
    for says in says {
        assert!(given.contains(says) && !words(&not_given).contains(says), "{says}");
    }
    assert!(!outline(&not_given.body).contains("Best value"));
}

#[test]
fn several_reasons_for_significance_stand_in_one_sentence() {
    let words = words(&composed(&spoiled(|it| {
        it.review.issues[0].grounds = vec![Significance::TookResources, Significance::PublicInterest];
    })));
    assert!(words.contains(
        "It is significant because it took extra money or resources from elsewhere and it drew much public \
         interest or harmed the authority's name."
    ));
}

#[test]
fn a_day_that_took_the_place_of_the_first_stands_beside_it_with_the_reason() {
    let document = composed(&spoiled(|it| {
        let revised = toml::from_str("due = \"2023-09-30\"\nreason = \"The post was empty\"");
        it.review.actions[0].revised = Some(revised.unwrap());
    }));
    let words = words(&document);
    let row = after(&words, "Add shared risks to the risk register.\nSection 151 Officer\n");
    let expected = "\
31 March 2023, now 30 September 2023
Under way
Why it is later: The post was empty.
";
    assert!(row.starts_with(expected), "{row}");
    assert!(!self::words(&composed(&statement())).contains("Why it is later"));
}

#[test]
fn how_often_members_hear_of_the_plan_is_told_once() {
    let told = |how_often, monitoring: Option<&str>| {
        let statement = spoiled(|it| {
            let conclusion = it.review.conclusion.as_mut().unwrap();
            (conclusion.reported, conclusion.monitoring) = (how_often, monitoring.map(text));
        });
        words(&composed(&statement)).contains("Members hear of the action plan twice a year.")
    };
    assert!(told(Some(Frequency::SixMonthly), None));
    assert!(told(Some(Frequency::SixMonthly), Some("The committee sees to it")));
    assert!(!told(Some(Frequency::SixMonthly), Some("Reported twice a year")));
    assert!(!told(None, None));
}

#[test]
fn what_a_waiver_lifts_stands_apart_and_what_it_cannot_lift_stays() {
    let statement = statement();
    let mut report = report(&statement);
    for result in &mut report.results {
        let Outcome::NotMet { findings } = &mut result.outcome else { continue };
        let effect = if result.severity == Severity::Statutory {
            SuppressionStatus::Rejected
        } else {
            SuppressionStatus::Accepted
        };
        let (reason, accepted_by) = (text("Two councils became one"), text("Audit Committee"));
        findings[0].suppression =
            Some(Suppression { status: effect, reason, accepted_by, until: day(2023, 3, 31) });
    }
    let document = compose(&statement, &report);
    let words = words(&document);
    let accepted = "Two councils became one. Accepted by Audit Committee; holds until 31 March 2023.";
    let unmet = between(&words, "Requirements that are not met", "Requirements that are waived");
    assert!(unmet.contains(&format!("A waiver was given, but nobody can waive the law:\n{accepted}")));
    assert!(unmet.contains("Nobody approved it.") && !unmet.contains("No plan."), "{unmet}");
    let waived = after(&words, "\nRequirements that are waived\n");
    assert!(waived.contains(&format!("No plan.\n{accepted}")), "{waived}");
    assert!(words.contains("Not met, and waived\n1\n"));
    report.results.remove(1);
    let words = self::words(&compose(&statement, &report));
    assert!(!words.contains("Nothing that was checked is left unmet."), "what is waived is not met");
}

#[test]
fn a_waiver_without_words_says_what_is_not_stated() {
    let statement = statement();
    let mut report = report(&statement);
    let blank = || text(" ");
    for result in &mut report.results {
        let Outcome::NotMet { findings } = &mut result.outcome else { continue };
        let waived = Suppression {
            status: SuppressionStatus::Accepted,
            reason: blank(),
            accepted_by: blank(),
            until: day(2023, 3, 31),
        };
        findings[0].suppression = Some(waived);
    }
    let said = "\nThe reason is not stated. Who accepted it is not stated; holds until 31 March 2023.\n";
    assert!(words(&compose(&statement, &report)).contains(said));
}

#[test]
fn a_matter_of_no_kind_says_when_it_was_brought() {
    let brought = |spoil: fn(&mut Matter)| {
        let mut statement = full();
        let matter = &mut statement.review.matters.as_mut().unwrap()[0];
        (matter.kind, matter.by, matter.reference) = (governance_model::MatterKind::Other, None, None);
        spoil(matter);
        let words = words(&composed(&statement));
        after(&words, "The loan\n").lines().next().unwrap().to_owned()
    };
    assert_eq!(brought(|it| it.year = None), "Another matter, brought to our notice in February 2022.");
    assert_eq!(brought(|it| it.when = None), "Another matter, on the year 2020/21.");
    assert_eq!(brought(|it| (it.when, it.year) = (None, None)), "Another matter.");
}

fn figures(document: &Document) -> Vec<&Figure> {
    let figures = document.body.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    figures.collect()
}

/// The sample with a level for each principle that has one here.
fn levelled(levels: &[Option<AssuranceLevel>]) -> Statement {
    spoiled(|it| {
        for principle in &mut it.local_code.principles {
            principle.assessments.clear();
        }
        let one = it.review.assessments[0].clone();
        let of = |level: &Option<AssuranceLevel>, id: char| Assessment {
            framework_ref: Some(id.to_string().parse().unwrap()),
            level: *level,
            ..one.clone()
        };
        it.review.assessments = levels.iter().zip('A'..).map(|(level, id)| of(level, id)).collect();
    })
}

#[test]
fn the_table_after_a_drawing_has_its_names_and_its_numbers() {
    let document = composed(&spoiled(|it| {
        let late: Action = toml::from_str("id = \"X\"\ntext = \"Do it.\"\ndue = \"2021\"").unwrap();
        it.review.actions.push(late);
    }));
    let captions: Vec<&str> = figures(&document).iter().map(|figure| figure.caption.as_str()).collect();
    let all = [
        "How sure we are that each principle is met",
        "How much evidence the local code gives, in writing and in practice",
        "How the actions stand",
        "When the open actions fall due",
    ];
    assert_eq!(captions, all);
    for pair in document.body.windows(2) {
        let [Block::Figure(figure), table] = pair else { continue };
        let rows = tabled(std::slice::from_ref(table)).split_off(2);
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split(" | ").collect()).collect();
        let words = figure.drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Words { text, strong: false, .. } => Some(text.as_str()),
            _ => None,
        });
        let words: Vec<&str> = words.collect();
        let drawn: Vec<&[&str]> = words.chunks(words.len() / rows.len()).collect();
        assert_eq!(drawn.len(), rows.len(), "{}", figure.caption);
        for (drawn, row) in drawn.iter().zip(&rows) {
            assert_eq!(row[0].split(':').next(), Some(drawn[0]));
            assert_eq!(row[1..drawn.len()], drawn[1..]);
        }
    }
}

#[test]
fn the_levels_are_told_in_words_the_best_first() {
    use AssuranceLevel::{Limited, No, Substantial};
    let document = composed(&levelled(&[Some(Limited), Some(Substantial), None, Some(No), Some(Limited)]));
    assert_eq!(
        figures(&document)[0].alt,
        "One principle has substantial assurance: B. Two principles have limited assurance: A and E. One principle \
         has no assurance: D. Three principles have no level: C, F and G."
    );
}

#[test]
fn one_level_alone_is_not_drawn() {
    let drawn = |levels: &[Option<AssuranceLevel>]| {
        let document = composed(&levelled(levels));
        figures(&document).iter().any(|figure| figure.caption == "How sure we are that each principle is met")
    };
    assert!(drawn(&[Some(AssuranceLevel::No), Some(AssuranceLevel::No)]));
    assert!(!drawn(&[Some(AssuranceLevel::No), None]));
}

#[test]
fn nothing_is_drawn_for_nothing() {
    let nothing = spoiled(|it| {
        it.local_code.principles.clear();
        it.review.actions.clear();
    });
    assert!(figures(&composed(&nothing)).is_empty());
}

#[test]
fn thousands_of_principles_and_actions_give_a_document_that_can_be_drawn() {
    let statement = spoiled(|it| {
        let mut principle = it.local_code.principles[0].clone();
        principle.id = "W".repeat(64).parse().unwrap();
        principle.covers.clear();
        principle.arrangements.clear();
        it.local_code.principles = vec![principle; 3_000];
        let when = |year: usize| format!("{year:04}-06").parse().ok();
        let action = |year| Action { due: when(year), ..it.review.actions[0].clone() };
        it.review.actions = (1..=5_000).map(action).collect();
    });
    let document = composed(&statement);
    assert_eq!(document.violations(), []);
    assert_eq!(figures(&document).len(), 1, "the actions by due date");
}

/// Where a JSON value holds something optional: the pointers to every field and item in it.
fn places(at: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                let at = format!("{at}/{name}");
                places(&at, value, found);
                found.push(at);
            }
        }
        serde_json::Value::Array(items) => {
            // The first two stand for all: the rest are like them.
            for (index, value) in items.iter().enumerate().take(2) {
                let at = format!("{at}/{index}");
                places(&at, value, found);
                found.push(at);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

fn parent<'a>(json: &'a mut serde_json::Value, at: &'a str) -> (&'a mut serde_json::Value, &'a str) {
    let (parent, name) = at.rsplit_once('/').unwrap();
    (json.pointer_mut(parent).unwrap(), name)
}

fn without(mut json: serde_json::Value, at: &str) -> serde_json::Value {
    match parent(&mut json, at) {
        (serde_json::Value::Object(fields), name) => drop(fields.shift_remove(name)),
        (serde_json::Value::Array(items), index) => drop(items.remove(index.parse().unwrap())),
        _ => {}
    }
    json
}

/// Everything the model can hold, so that every part can be taken away.
fn full() -> Statement {
    spoiled(|it| {
        let action: Action = toml::from_str(
            r#"id = "X"
            text = "Do it"
            owners = ["Clerk"]
            due = "2023"
            outcome = "Order"
            family = "Finance"
            progress = { when = "2022", no_progress = { kind = "not-applicable" } }
            revised = { due = "2024", reason = "Nobody could be found" }
            source.illustrative = "none""#,
        )
        .unwrap();
        it.local_code.actions.push(action.clone());
        it.local_code.document.reviewed = Some("2021".parse().unwrap());
        let arrangement = &mut it.local_code.principles[0].arrangements[0];
        arrangement.actions.push(action);
        arrangement.rationale.push(text("It matters.\nVery much"));
        arrangement.note = Some(text("One row of the source holds two."));
        let evidence = &mut arrangement.evidence[0];
        evidence.parts = vec![text("Article 11"), text(" ")];
        evidence.lead_in = Some(text("Constitution:"));
        evidence.url = Some("https://www.example.org".to_owned().try_into().unwrap());
        let prior: PriorIssue = toml::from_str(
            r#"id = "ISS-2021-1"
            title = "Old"
            year = "2020/21"
            outcome = "carried"
            text = "Begun."
            carried_to = "ISS-2022-1""#,
        )
        .unwrap();
        it.review.prior_issues = Some(vec![prior]);
        let gap: Gap = toml::from_str(
            r#"id = "GAP-9"
            text = "Small.""#,
        )
        .unwrap();
        it.review.gaps.push(gap);
        let matter: Matter = toml::from_str(
            r#"id = "MAT-1"
            kind = "public-interest-report"
            title = "The loan"
            by = "the External Auditor"
            reference = "R1"
            when = "2022-02"
            year = "2020/21"
            text = "The loan was unlawful."
            response = "We have stopped lending"
            considered = "2022-03-01"
            issues = ["ISS-2022-1"]
            excused = "It is repaid""#,
        )
        .unwrap();
        it.review.matters = Some(vec![matter]);
        let company: GroupBody = toml::from_str(
            r#"name = "Example Homes Limited"
            kind = "company"
            assurance = "AS-1"
            text = "Its board reports twice a year""#,
        )
        .unwrap();
        it.review.group = Some(vec![company]);
        let conformance = &mut it.review.conformances[0];
        conformance.degree = Some(Degree::Partial);
        conformance.text = Some(text("No outside assessment was made"));
        conformance.actions.extend(it.review.actions.iter().map(|action| action.id.clone()));
        it.sign_off.changes = Some(vec![governance_model::Passage {
            text: text("The second issue was added"),
            source: Provenance::Declared,
        }]);
        it.local_code.authority.dissolves = Some(day(2023, 4, 1));
        it.review.evidence.push(it.local_code.principles[1].arrangements[0].evidence[0].clone());
    })
}

#[test]
fn no_part_needs_to_be_there() {
    let json = serde_json::to_value(full()).unwrap();
    let mut found = Vec::new();
    places("", &json, &mut found);
    let mut composed = 0;
    for at in found {
        let Ok(statement) = serde_json::from_value::<Statement>(without(json.clone(), &at)) else { continue };
        assert_eq!(self::composed(&statement).violations(), [], "without {at}");
        composed += 1;
    }
    assert!(composed > 150, "only {composed} parts could be taken away");
}

#[test]
fn no_words_need_to_be_there() {
    for blank in ["", " ", "\n\n", "\t"] {
        let mut json = serde_json::to_value(full()).unwrap();
        let mut found = Vec::new();
        places("", &json, &mut found);
        let mut blanked = 0;
        for at in found {
            let before = json.clone();
            let place = json.pointer_mut(&at).unwrap();
            if !place.is_string() {
                continue;
            }
            *place = blank.into();
            if serde_json::from_value::<Statement>(json.clone()).is_err() {
                json = before;
            } else {
                blanked += 1;
            }
        }
        assert!(blanked > 40, "only {blanked} texts could be blanked");
        let statement = serde_json::from_value(json).unwrap();
        assert_eq!(composed(&statement).violations(), [], "{blank:?}");
    }
}

#[test]
fn no_cell_no_item_and_no_paragraph_is_empty() {
    fn look(blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } => assert!(!text.trim().is_empty()),
                Block::Paragraph(inlines) => {
                    assert!(inlines.iter().any(|inline| !inline.words().trim().is_empty()), "{blocks:?}");
                }
                Block::Bullets(items) | Block::Numbered(items) => items.iter().for_each(|item| {
                    assert!(!item.is_empty());
                    look(item);
                }),
                Block::Table(table) => table.rows.iter().flatten().for_each(|cell| {
                    assert!(!cell.is_empty(), "{}", table.caption);
                    look(cell);
                }),
                Block::Figure(figure) => assert!(!figure.alt.trim().is_empty()),
                Block::Note { blocks, .. } | Block::Together(blocks) => look(blocks),
                other => panic!("a block this test does not know: {other:?}"),
            }
        }
    }
    let nothing = spoiled(|it| {
        it.local_code.principles.clear();
        it.local_code.roles.clear();
        it.review =
            read::toml(b"authority = \"\"\nframework = \"cipfa-solace-2016\"", "review.toml").unwrap();
        it.sign_off = SignOff::default();
    });
    for statement in [full(), nothing] {
        let document = composed(&statement);
        look(&document.cover);
        look(&document.body);
        assert_eq!(document.violations(), []);
    }
}

#[test]
fn every_heading_is_followed_by_something() {
    let document = composed(&spoiled(|it| {
        it.local_code.principles.iter_mut().for_each(|principle| principle.arrangements.clear());
        it.review.assessments.clear();
    }));
    for pair in document.body.windows(2) {
        if let [Block::Heading { level, text }, Block::Heading { level: next, .. }] = pair {
            assert!(next > level, "nothing stands under {text:?}");
        }
    }
}

#[test]
fn arrangements_sixty_deep_keep_to_six_levels_of_headings() {
    let statement = spoiled(|it| {
        let leaf = it.local_code.principles[0].arrangements[0].clone();
        let deep =
            (0..60).fold(leaf.clone(), |inner, _| Arrangement { arrangements: vec![inner], ..leaf.clone() });
        it.local_code.principles[0].arrangements = vec![deep];
    });
    let document = composed(&statement);
    assert_eq!(document.violations(), []);
    assert_eq!(outline(&document.body).matches("A1: Behaving with integrity").count(), 61);
}

#[test]
fn the_same_statement_gives_the_same_document() {
    assert_eq!(composed(&full()), composed(&full()));
}

#[test]
fn a_hundred_times_the_evidence_gives_a_hundred_times_the_points() {
    let points = |times: usize| {
        let statement = spoiled(|it| {
            let evidence = &mut it.local_code.principles[0].arrangements[0].evidence;
            *evidence = vec![evidence[0].clone(); times];
        });
        words(&composed(&statement)).matches("Members took up the revised code").count()
    };
    assert_eq!(points(100) - points(1), 99);
}

#[test]
fn the_last_section_prints_the_digest_of_the_statement_that_is_attached() {
    let statement = statement();
    let document = composed(&statement);
    let [carried, report] = document.attachments.as_slice() else { panic!("{:?}", document.attachments) };
    assert_eq!((carried.name.as_str(), carried.relationship), ("statement.json", Relationship::Source));
    assert_eq!(Digest::of(&carried.content), statement.digest());
    let value: serde_json::Value = serde_json::from_str(&report.content).unwrap();
    assert_eq!((report.name.as_str(), &value["as_at"]), ("report.json", &"2022-05-31".into()));
    let words = words(&document);
    let colophon = after(&words, "About this copy\n");
    assert!(colophon.contains(&format!("is:\n{}\n", statement.digest().grouped())), "{colophon}");
    assert!(colophon.contains("It was checked as at 31 May 2022 by four rules."), "{colophon}");
    assert!(!colophon.contains("house-style.json"), "{colophon}");
}

#[test]
fn a_house_style_of_ones_own_is_attached_and_told() {
    let statement = statement();
    let house = HouseStyle { crest: true, ..HouseStyle::default() };
    let document = compose_with(&statement, &report(&statement), &house);
    let attached = &document.attachments[2];
    assert_eq!(
        (attached.name.as_str(), attached.relationship),
        ("house-style.json", Relationship::Supplement)
    );
    assert_eq!(read::json::<HouseStyle>(attached.content.as_bytes(), "house-style.json").unwrap(), house);
    assert!(words(&document).contains("house-style.json says how the pages are dressed."));
}
