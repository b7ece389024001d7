//! AGAR-EXEMPT: Exemption not certified.

use chrono::{Datelike, NaiveDate};

use crate::context::AgarContext;
use crate::rule::{Check, Rule, Status};
use crate::rules::agar::applicability;
use crate::rules::agar::public_rights;
use crate::rules::deadlines;
use crate::rules::pending_duty::PendingDuty;
use ags_report::{Finding, Outcome, Pointer, Severity};
use ags_statement::agar::{Exemption, ExemptionBar};
use ags_statement::english;

/// AGAR-EXEMPT.
pub const RULE: Rule = Rule {
    code: "AGAR-EXEMPT",
    name: "exemption-not-certified",
    title: "Exemption not certified",
    requirement: "An exempt authority certifies its exemption, sends the certificate to the auditor and \
        publishes Section 1 by 1 July.",
    method: "The authority certified itself exempt after the end of the year, with nothing that prevents \
        exemption, and sent the certificate to the external auditor before the public rights period must \
        begin. On form 2 it published Section 1 by 1 July; for 2019/20, when the other dates were \
        postponed, a question is asked about a later day.",
    rationale: "Where no auditor reviews the return, the public must be able to.",
    limitations: "Whether the certificate is true, and whether the auditor received it. Whether the \
        authority is small enough is checked by AGAR-FORM.",
    severity: Severity::Statutory,
    status: Status::Stable,
    citations: &[
        ags_law::SMALLER_2015.at("reg. 9", "https://www.legislation.gov.uk/uksi/2015/184/made"),
        ags_law::AGAR.part("Form 2: certificate of exemption"),
        ags_law::TRANSPARENCY_SMALLER.part("paras 18 and 19, annual governance statement; Annex A"),
    ],
    scope: applicability::RETURN,
    check: Check::Agar(check),
};

const AT: Pointer = Pointer::fixed("/exemption");

fn check(context: &AgarContext<'_>) -> Outcome {
    let Some(form) = context.agar.form else {
        return Outcome::indeterminate("/form", "Give the form of the return: 1, 2 or 3.");
    };
    if !form.is_exempt() {
        return Outcome::not_applicable("Form 3 is for authorities that are not exempt.");
    }
    if form.is_declaration() {
        return certified(context);
    }
    Outcome::all([certified(context), published(context)])
}

/// The certificate: made after the year, with nothing that bars it, and sent.
fn certified(context: &AgarContext<'_>) -> Outcome {
    let last = public_rights::last_day(context);
    let Some(exemption) = context.exemption() else {
        let says = "The authority has not certified itself exempt";
        let needs = "Certify the exemption at a meeting, and send the certificate to the external auditor.";
        return PendingDuty { pointer: AT, message: says, action: needs }.due_on(
            context.year,
            context.as_at,
            last,
        );
    };
    let mut findings: Vec<Finding> = exemption.bars.iter().enumerate().map(barred).collect();
    if exemption.certified <= context.year.ends() {
        let says = format!(
            "The exemption was certified on {}, but the year ended on {}.",
            english::date(exemption.certified),
            english::date(context.year.ends())
        );
        let fix = "Certify the exemption at a meeting after the end of the year.";
        findings.push(Finding::new(AT.key("certified"), says, fix));
    }
    Outcome::all([Outcome::of(findings), sent(context, exemption, last)])
}

fn sent(context: &AgarContext<'_>, exemption: &Exemption, last: Option<NaiveDate>) -> Outcome {
    let at = AT.key("sent");
    let needs = "Send the certificate of exemption to the external auditor.";
    let Some(sent) = exemption.sent.filter(|sent| *sent <= context.as_at) else {
        return PendingDuty {
            pointer: at.clone(),
            message: "The certificate of exemption has not been sent to the auditor",
            action: needs,
        }
        .due_on(context.year, context.as_at, last);
    };
    let says = format!("The certificate of exemption was sent on {}", english::date(sent));
    if sent < exemption.certified {
        let says = format!("{says}, before it was certified on {}.", english::date(exemption.certified));
        return Outcome::not_met(at, says, "Correct one of the two dates, or send the certificate again.");
    }
    match last {
        None => deadlines::no_last_day(context.year, &at),
        Some(last) if last < sent => {
            let says = format!("{says}; the last day was {}.", english::date(last));
            Outcome::not_met(at, says, "Send the certificate in time in future years.")
        }
        Some(_) => Outcome::Met,
    }
}

fn barred((index, bar): (usize, &ExemptionBar)) -> Finding {
    let what = match bar {
        ExemptionBar::FirstThreeYears => "the year is one of its first three",
        ExemptionBar::PublicInterestReport => {
            "the auditor issued a public interest report on the year before"
        }
        ExemptionBar::StatutoryRecommendation => {
            "the auditor made a statutory recommendation on the year before"
        }
        ExemptionBar::AdvisoryNotice => "the auditor issued an advisory notice on the year before",
        ExemptionBar::JudicialReview => "the auditor applied for judicial review over the year before",
        ExemptionBar::UnlawfulItem => {
            "the auditor applied to the court over an unlawful item of the year before"
        }
    };
    let says = format!("The authority certified itself exempt, but {what}.");
    Finding::new(
        AT.key("bars").index(index),
        says,
        "Make the return on form 3, for a limited assurance \
        review.",
    )
}

/// Section 1 on the web by 1 July, as the Transparency Code for Smaller Authorities asks.
fn published(context: &AgarContext<'_>) -> Outcome {
    let at = Pointer::fixed("/publication/draft");
    let last = NaiveDate::from_ymd_opt(context.year.ends().year(), 7, 1);
    let outcome = match (context.draft(), last) {
        (Some(draft), Some(last)) if last < draft.on => {
            let says = format!(
                "Section 1 was published on {}; the last day was {}.",
                english::date(draft.on),
                english::date(last)
            );
            Outcome::not_met(at.key("on"), says, "Publish Section 1 in time in future years.")
        }
        (Some(_), _) => Outcome::Met,
        (None, last) => {
            let needs = "Publish Section 1 on the authority's website.";
            PendingDuty {
                pointer: at.clone(),
                message: "Section 1 has not been \
                    published",
                action: needs,
            }
            .due_on(context.year, context.as_at, last)
        }
    };
    match outcome {
        Outcome::NotMet { .. } if context.year.first() == MOVED => Outcome::needs_review(
            at,
            "Was Section 1 published as soon as reasonably practicable after 1 July 2020?",
        ),
        outcome => outcome,
    }
}

/// The calendar year in which 2019/20 begins: SI 2020/404 moved the days of the regulations for that year,
/// and nothing that we know moved the day of the code.
const MOVED: i32 = 2019;

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::sample::{self, day};
    use ags_report::Outcome;
    use ags_statement::agar::{Agar, Exemption, ExemptionBar, Form};

    fn with(spoil: impl FnOnce(&mut Exemption)) -> Agar {
        let mut agar = sample::exempt_agar();
        spoil(agar.exemption.as_mut().unwrap());
        agar
    }

    #[test]
    fn the_first_day_after_the_year_is_late_enough_to_certify_and_its_last_is_not() {
        let on = |on| sample::agar_places(&RULE, &with(|it| it.certified = on));
        assert!(on(day(2024, 4, 1)).is_empty());
        assert_eq!(on(day(2024, 3, 31)), ["/exemption/certified"]);
    }

    #[test]
    fn the_certificate_is_sent_once_it_is_made_and_by_30_june() {
        let on = |on| sample::agar_places(&RULE, &with(|it| it.sent = Some(on)));
        assert!(on(day(2024, 5, 14)).is_empty() && on(day(2024, 6, 30)).is_empty());
        assert_eq!(on(day(2024, 5, 13)), ["/exemption/sent"]);
        assert_eq!(on(day(2024, 7, 1)), ["/exemption/sent"]);
        assert_eq!(sample::agar_places(&RULE, &with(|it| it.sent = None)), ["/exemption/sent"]);
    }

    #[test]
    fn each_bar_is_told() {
        let barred =
            with(|it| it.bars = vec![ExemptionBar::FirstThreeYears, ExemptionBar::PublicInterestReport]);
        assert_eq!(sample::agar_places(&RULE, &barred), ["/exemption/bars/0", "/exemption/bars/1"]);
    }

    #[test]
    fn section_1_is_on_the_web_by_1_july() {
        let on = |on| {
            let mut agar = sample::exempt_agar();
            agar.publication.draft.as_mut().unwrap().on = on;
            sample::agar_places(&RULE, &agar)
        };
        assert!(on(day(2024, 7, 1)).is_empty());
        assert_eq!(on(day(2024, 7, 2)), ["/publication/draft/on"]);
    }

    #[test]
    fn in_2020_a_later_day_is_a_question() {
        let mut agar = with(|it| (it.certified, it.sent) = (day(2020, 7, 14), Some(day(2020, 7, 15))));
        agar.year = Some("2019/20".parse().unwrap());
        agar.publication.draft.as_mut().unwrap().on = day(2020, 8, 20);
        let asked = sample::check_agar(&RULE, &agar);
        assert!(matches!(asked, Outcome::NeedsReview { .. }), "{asked:?}");
    }

    #[test]
    fn without_a_certificate_it_is_due_until_30_june_and_form_3_needs_none() {
        let mut agar = Agar { exemption: None, ..sample::exempt_agar() };
        let due = sample::check_agar_on(&RULE, &agar, day(2024, 6, 30));
        assert!(matches!(due, Outcome::NotDueYet { .. }), "{due:?}");
        assert_eq!(sample::agar_places(&RULE, &agar), ["/exemption"]);
        agar.form = Some(Form::Three);
        assert!(matches!(sample::check_agar(&RULE, &agar), Outcome::NotApplicable { .. }));
    }
}
