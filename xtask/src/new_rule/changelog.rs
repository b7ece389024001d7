//! The changelog's entry on a new rule.

use crate::rule::NewRule;

/// The changelog with an entry at the end of what is new in law.
///
/// # Errors
/// The form that was expected.
pub fn added(changelog: &str, rule: &NewRule) -> Result<String, String> {
    let expected = "expected `## Unreleased` with `### Law`, an entry, an empty line and the next heading";
    let law = changelog.find("## Unreleased").ok_or(expected)?;
    let law = law + changelog[law..].find("### Law\n").ok_or(expected)?;
    let end = law + changelog[law..].find("\n\n#").ok_or(expected)?;
    let entry = format!(
        "\n- Fill in whom it binds and from which year: `{}`, {}.",
        rule.code.as_str(),
        lower_first(&rule.title)
    );
    Ok(format!("{}{entry}{}", &changelog[..end], &changelog[end..]))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
