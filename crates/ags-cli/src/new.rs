//! `ags new`: a statement begun for an authority and a year.

use std::fmt::Write as _;

use ags::english;
use ags::law::{self, Milestone};
use chrono::NaiveDate;
use governance_model::{
    Authority, AuthorityKind, Category, FinancialYear, FrameworkEdition, Nation, Provenance, Text, register,
};

use crate::console::Console;
use crate::failure::Failure;
use crate::options::New;
use crate::output::Output;
use crate::{CLEAN, shown};

/// What only the council knows: each line is a remark, and becomes part of the statement without its `#| `.
const TO_FILL_IN: &str = include_str!("new/to-fill-in.txt");

/// Writes the beginning of a statement.
///
/// # Errors
/// - [`Failure::Usage`] for a name that cannot be printed, a year without a framework, or a file that is there
///   already.
pub fn new(options: &New, console: &mut Console<'_>) -> Result<u8, Failure> {
    if let Some(there) = options.out.as_deref().filter(|out| out.exists()) {
        return Err(Failure::Usage(format!(
            "{}: the file is there already; name another",
            shown::name(there)
        )));
    }
    let name = Text::new(options.authority.as_str())
        .map_err(|error| Failure::Usage(format!("--authority: {error}")))?;
    let edition = FrameworkEdition::in_force(options.year)
        .ok_or_else(|| Failure::Usage(format!("--year: no framework was in force for {}", options.year)))?;
    let found = register::find(&name, options.year.ends());
    if found.is_none() {
        console.note(&unknown(&name, options.year));
    }
    let authority = found.map_or_else(|| unlisted(name), register::RegisteredAuthority::authority);
    let begun = begun(&authority, options.year, edition, console.today);
    Output::write(options.out.as_deref(), &mut *console.out, begun.as_bytes())?;
    Ok(CLEAN)
}

/// What is said of a name that the register does not hold, with those nearest to it.
fn unknown(name: &Text, year: FinancialYear) -> String {
    let near: Vec<&str> = register::near(name, year.ends()).iter().map(|entry| entry.name.as_str()).collect();
    let near = if near.is_empty() { String::new() } else { format!("; is it {}?", near.join(" or ")) };
    format!(
        "note: the register has no {name}{near} Its type, nation and category stand there as placeholders"
    )
}

/// An authority that the register does not hold.
fn unlisted(name: Text) -> Authority {
    Authority {
        name,
        short_name: None,
        kind: AuthorityKind::NotStated,
        nation: Nation::England,
        category: Some(Category::One),
        governance: None,
        dissolves: None,
        code: None,
        gss_code: None,
        source: Provenance::Declared,
    }
}

fn begun(authority: &Authority, year: FinancialYear, edition: FrameworkEdition, today: NaiveDate) -> String {
    let mut text = format!(
        "# Annual Governance Statement of {} for {year}, begun on {}.\n",
        authority.name,
        english::date(today)
    );
    text.push_str(HEAD);
    text.push_str(&by_when(authority, year, today));
    let _ = write!(text, "\nschema = \"statement/1\"\n\n[local_code]\nframework = {}\n", quoted(&edition));
    text.push_str(&of_authority(authority));
    text.push_str(&principles(edition));
    let _ = write!(
        text,
        "\n# ---- The annual review\n\n[review]\nauthority = {}\nyear = \"{year}\"\nframework = {}\n",
        quoted(&authority.name),
        quoted(&edition)
    );
    if authority.nation == Nation::England && year.first() >= 2015 {
        for (provision, of) in
            [("6(1)(a)", "the annual review"), ("6(1)(b)", "the annual governance statement")]
        {
            let _ = write!(
                text,
                "\n[[review.citations]]\ninstrument = \"Accounts and Audit Regulations 2015\"\n\
                 provision = \"{provision}\"\npurpose = \"{of}\"\n"
            );
        }
    }
    let filled = TO_FILL_IN.replace("YEAR", &year.to_string());
    text.push('\n');
    text.push_str(&filled);
    text
}

const HEAD: &str = "#
# What is known stands in it. What only the council knows is a remark that begins with \"#|\": take that away, and put
# the council's own words in the place of those that are PLACEHOLDERS. `from.illustrative` marks what is not the
# council's own yet, and shows on the printed page: take it away with them. `ags check` on this file says what is
# still to do, by when and under which provision; it also judges what stands here.
";

/// By when the law wants things done, as remarks.
fn by_when(authority: &Authority, year: FinancialYear, today: NaiveDate) -> String {
    if authority.nation != Nation::England {
        return "#\n# The days of the law are known here for England alone.\n".into();
    }
    let category = authority.category.unwrap_or(Category::One);
    let mut text = format!(
        "#\n# By the law in force on {}, for category {}:\n",
        english::date(today),
        u8::from(category)
    );
    for (duty, what) in [
        (Milestone::Draft, "the draft is published with the unaudited accounts"),
        (Milestone::Publish, "the approved statement is published with the accounts"),
        (Milestone::Backstop, "and at the very latest"),
    ] {
        let Some(deadline) = law::deadline(duty, year, category, today) else { continue };
        let unsure = if deadline.source_status == law::SourceStatus::Unconfirmed {
            "; nobody has read it"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "#   {}: {what}, {}{unsure}\n#     {}",
            english::date(deadline.day),
            deadline.by,
            deadline.url
        );
    }
    text.push_str("#   Before that: the review's findings are considered, reg. 6(2)(a) or 6(3)(a); the statement is approved by\n");
    text.push_str("#   resolution, reg. 6(2)(b) or 6(3)(b), and before the accounts, reg. 6(4)(a).\n");
    text.push_str("#     https://www.legislation.gov.uk/uksi/2015/234/regulation/6\n");
    text
}

fn of_authority(authority: &Authority) -> String {
    let mut text = format!(
        "\n[local_code.authority]\nname = {}\nkind = {} # as in county, district, unitary, metropolitan-district, london-borough\nnation = {}\n",
        quoted(&authority.name),
        quoted(&authority.kind),
        quoted(&authority.nation)
    );
    if let Some(category) = authority.category {
        let _ = writeln!(text, "category = {} # 2 for a smaller authority", u8::from(category));
    }
    if let Some(code) = &authority.code {
        let _ = writeln!(text, "code = {}", quoted(code));
    }
    if let Some(code) = &authority.gss_code {
        let _ = writeln!(text, "gss_code = {}", quoted(code));
    }
    if authority.kind == AuthorityKind::NotStated {
        text.push_str(
            "source.illustrative = \"PLACEHOLDER: type, nation and category were not looked up\"\n",
        );
    }
    text.push_str(
        "\n[local_code.document]\nid = \"local-code\"\ntitle = \"Local Code of Corporate Governance\"\n\
         source.illustrative = \"PLACEHOLDER: the printed title of the council's local code\"\n\
         #| dated = \"2021-04\" # PLACEHOLDER\n\
         #| url = \"https://www.example.org/local-code\" # PLACEHOLDER\n",
    );
    text
}

/// The principles of the framework with their parts, and a remark where evidence belongs.
fn principles(edition: FrameworkEdition) -> String {
    let mut text = String::from(
        "\n# ---- The local code: what the council does for each principle, and what shows it\n",
    );
    for principle in edition.framework().principles {
        let _ = write!(
            text,
            "\n[[local_code.principles]]\nid = \"{0}\"\nlevel = \"principle\"\ncovers = [\"{0}\"]\ntitle = {1}\n",
            principle.id,
            quoted(&principle.title)
        );
        for part in principle.sub_principles {
            let _ = write!(
                text,
                "\n[[local_code.principles.arrangements]]\nid = \"{0}\"\nlevel = \"sub-principle\"\ncovers = [\"{0}\"]\n\
                 title = {1}\n#| evidence = [{{ id = \"EV-{0}\", text = \"PLACEHOLDER\", kind = \"document\", basis = \
                 \"documented\", source.illustrative = \"PLACEHOLDER\" }}]\n",
                part.id,
                quoted(&part.title)
            );
        }
    }
    text
}

/// A value as TOML writes it on one line.
fn quoted(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    toml::Value::from(value.as_str().unwrap_or_default()).to_string()
}

#[cfg(test)]
mod tests {
    use ags::{Format, Input};
    use governance_model::{Category, FrameworkEdition};

    use super::{begun, unlisted};

    fn text(year: &str) -> String {
        let year = year.parse().unwrap();
        let authority = unlisted("Example \"District\" Council".parse_text());
        begun(&authority, year, FrameworkEdition::in_force(year).unwrap(), "2026-05-31".parse().unwrap())
    }

    trait ParseText {
        fn parse_text(&self) -> governance_model::Text;
    }

    impl ParseText for str {
        fn parse_text(&self) -> governance_model::Text {
            governance_model::Text::new(self).unwrap()
        }
    }

    fn paper(text: &str) -> Input {
        Input::read(text.as_bytes(), Format::Toml, "new.toml")
            .unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    #[test]
    fn what_is_begun_can_be_read_for_any_framework() {
        for year in ["2009/10", "2015/16", "2025/26"] {
            assert_eq!(paper(&text(year)).year(), Some(year.parse().unwrap()));
        }
    }

    #[test]
    fn every_remark_to_fill_in_is_part_of_a_statement_that_can_be_read() {
        let filled = text("2025/26").replace("#| ", "");
        let Input::Statement(statement) = paper(&filled) else { panic!("a statement") };
        assert_eq!(statement.local_code.evidence().count(), 21);
        assert!(statement.sign_off.approval.is_some() && statement.is_illustrative());
        assert_eq!(statement.local_code.authority.category, Some(Category::One));
    }

    #[test]
    fn the_days_are_those_of_the_law_and_cite_it() {
        let text = text("2025/26");
        for part in [
            "#   31 January 2027: the approved statement is published with the accounts, SI 2024/907",
            "https://www.legislation.gov.uk/uksi/2024/907/",
            "# By the law in force on 31 May 2026, for category 1:",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    #[test]
    fn nothing_is_met_by_a_placeholder_that_was_left_a_remark() {
        let report = paper(&text("2025/26")).check(None, "2026-05-31".parse().unwrap(), ags::rules::all());
        let ack = report.results.iter().find(|result| result.code == "FW16-ACK").unwrap();
        assert_eq!(ack.outcome.name(), "not-met");
    }
}
