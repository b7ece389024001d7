//! Starts a statement.

use std::fmt::Write as _;

use ags::english;
use ags::law::{self, Milestone};
use chrono::NaiveDate;
use governance_model::{
    Authority, AuthorityKind, Category, FinancialYear, FrameworkEdition, Nation, Provenance, Text, register,
};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// What only the council knows: each line is a comment, and becomes part of the statement without its `#| `.
const TO_FILL_IN: &str = include_str!("new/to-fill-in.txt");

/// The statement to start.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewOptions {
    /// The authority's name, or its code in the register of authorities.
    pub authority: String,
    /// The financial year.
    pub year: FinancialYear,
    /// The date as at which the law is read.
    pub as_at: NaiveDate,
}

/// A statement to fill in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct NewStatement {
    /// The statement, as TOML.
    pub toml: String,
    /// The authority's name in it: as the register has it, or as it was asked for.
    pub authority: String,
    /// Whether the register of authorities has the authority; otherwise its type, nation and category are
    /// placeholders.
    pub registered: bool,
    /// If it does not, the most similar names in the register.
    pub similar: Vec<String>,
}

/// Starts a statement: what is known about the authority, the framework in force for the year and the dates of the
/// law; and comments for what only the council knows.
///
/// # Errors
/// - [`InvalidRequest`](crate::error::ErrorKind::InvalidRequest), at `/authority` for a name that cannot be printed, and at
///   `/year` for a year without a framework.
///
/// ```
/// use ags_facade::{NewOptions, Source, new};
/// let options = NewOptions {
///     authority: "Leicestershire County Council".into(),
///     year: "2025/26".parse()?,
///     as_at: "2026-05-31".parse()?,
/// };
/// let started = new(&options)?;
/// assert!(started.registered);
/// Source::by_name("statement.toml", started.toml.into_bytes())?.statement()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn new(options: &NewOptions) -> Result<NewStatement, Error> {
    let NewOptions { authority, year, as_at } = options;
    let name =
        Text::new(authority.as_str()).map_err(|error| Error::option("/authority", error.to_string()))?;
    let edition = FrameworkEdition::in_force(*year)
        .ok_or_else(|| Error::option("/year", format!("no framework was in force for {year}")))?;
    let found = register::find(&name, year.ends());
    let similar = match found {
        Some(_) => Vec::new(),
        None => register::near(&name, year.ends()).iter().map(|entry| entry.name.to_string()).collect(),
    };
    let authority = found.map_or_else(|| unregistered(name), register::RegisteredAuthority::authority);
    let toml = started(&authority, *year, edition, *as_at);
    let authority = authority.name.to_string();
    Ok(NewStatement { toml, authority, registered: found.is_some(), similar })
}

/// An authority that the register does not have.
fn unregistered(name: Text) -> Authority {
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

fn started(
    authority: &Authority,
    year: FinancialYear,
    edition: FrameworkEdition,
    as_at: NaiveDate,
) -> String {
    let mut text = format!(
        "# Annual Governance Statement of {} for {year}, started on {}.\n",
        authority.name,
        english::date(as_at)
    );
    text.push_str(HEAD);
    text.push_str(&dates(authority, year, as_at));
    let _ = write!(text, "\nschema = \"statement/1\"\n\n[local_code]\nframework = {}\n", quoted(&edition));
    text.push_str(&authority_tables(authority));
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
# This file holds what is known. What only the council knows is a comment that begins with \"#|\": remove the mark, and
# replace each PLACEHOLDER with the council's own words. `source.illustrative` marks what is not the council's own yet,
# and shows on the rendered page: remove it too. `ags check` on this file lists what is still to do, by when and under
# which provision, and checks what is there.
";

/// The dates that the law sets, as comments.
fn dates(authority: &Authority, year: FinancialYear, as_at: NaiveDate) -> String {
    if authority.nation != Nation::England {
        return "#\n# The dates of the law are available for England only.\n".into();
    }
    let category = authority.category.unwrap_or(Category::One);
    let mut text = format!(
        "#\n# By the law in force on {}, for category {}:\n",
        english::date(as_at),
        u8::from(category)
    );
    for (duty, what) in [
        (Milestone::Draft, "the draft is published with the unaudited accounts"),
        (Milestone::Publish, "the approved statement is published with the accounts"),
        (Milestone::Backstop, "the backstop date, the latest for publication"),
    ] {
        let Some(deadline) = law::deadline(duty, year, category, as_at) else { continue };
        let unsure =
            if deadline.source_status == law::SourceStatus::Unconfirmed { "; unverified source" } else { "" };
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

fn authority_tables(authority: &Authority) -> String {
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
            "source.illustrative = \"PLACEHOLDER: type, nation and category are not in the register\"\n",
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

/// The principles of the framework with their parts, and a comment for the evidence of each.
fn principles(edition: FrameworkEdition) -> String {
    let mut text =
        String::from("\n# ---- The local code: what the council does for each principle, and the evidence\n");
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

    use super::{started, unregistered};

    fn text(year: &str) -> String {
        let year = year.parse().unwrap();
        let authority = unregistered("Example \"District\" Council".parse_text());
        started(&authority, year, FrameworkEdition::in_force(year).unwrap(), "2026-05-31".parse().unwrap())
    }

    trait ParseText {
        fn parse_text(&self) -> governance_model::Text;
    }

    impl ParseText for str {
        fn parse_text(&self) -> governance_model::Text {
            governance_model::Text::new(self).unwrap()
        }
    }

    fn input(text: &str) -> Input {
        Input::read(text.as_bytes(), Format::Toml, "new.toml")
            .unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    #[test]
    fn what_is_started_can_be_read_for_any_framework() {
        for year in ["2009/10", "2015/16", "2025/26"] {
            assert_eq!(input(&text(year)).year(), Some(year.parse().unwrap()));
        }
    }

    #[test]
    fn every_comment_to_fill_in_is_part_of_a_statement_that_can_be_read() {
        let filled = text("2025/26").replace("#| ", "");
        let Input::Statement(statement) = input(&filled) else { panic!("a statement") };
        assert_eq!(statement.local_code.evidence().count(), 21);
        assert!(!statement.sign_off.approvals.is_empty() && statement.is_illustrative());
        assert_eq!(statement.local_code.authority.category, Some(Category::One));
    }

    #[test]
    fn the_dates_are_those_of_the_law_and_cite_it() {
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
    fn nothing_is_met_by_a_placeholder_that_is_still_a_comment() {
        let report = input(&text("2025/26")).check(None, "2026-05-31".parse().unwrap(), ags::rules::all());
        let ack = report.results.iter().find(|result| result.code == "FW16-ACK").unwrap();
        assert_eq!(ack.outcome.name(), "not-met");
    }
}
