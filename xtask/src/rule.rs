//! The rule to add.

use std::str::FromStr;

use clap::ValueEnum;
use thiserror::Error;

/// The title of a rule that was given none. A test of the registry refuses it, as it names no fault.
pub const NO_TITLE: &str = "Must be filled in";

/// The rule to add.
pub struct NewRule {
    /// Its code.
    pub code: RuleCode,
    /// What it checks.
    pub subject: Subject,
    /// The fault it finds, as in "No narrative statement".
    pub title: String,
}

impl NewRule {
    /// The title in small letters, without punctuation, its words joined by hyphens: `no-narrative-statement`.
    pub fn name(&self) -> String {
        let plain: String = self.title.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
        plain.to_lowercase().replace(' ', "-")
    }
}

/// The code of a rule: capital letters and digits in groups joined by hyphens, at least two, as in `REG-6-2-B`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleCode(String);

/// A text is not the code of a rule.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{0:?} is not a code; write capital letters and digits with hyphens between, as in REG-6-2-B")]
pub struct CodeError(String);

impl RuleCode {
    /// As it is written: `REG-6-2-B`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder of its family: `reg`.
    pub fn family(&self) -> String {
        self.0.split('-').next().unwrap_or_default().to_lowercase()
    }

    /// The name of its module and, with `.rs`, of its file: `reg_6_2_b`.
    pub fn module(&self) -> String {
        self.0.replace('-', "_").to_lowercase()
    }
}

impl FromStr for RuleCode {
    type Err = CodeError;

    fn from_str(raw: &str) -> Result<Self, CodeError> {
        let valid = |group: &str| {
            !group.is_empty() && group.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        };
        let begins = raw.starts_with(|first: char| first.is_ascii_uppercase());
        if begins && raw.contains('-') && raw.split('-').all(valid) {
            Ok(Self(raw.to_owned()))
        } else {
            Err(CodeError(raw.to_owned()))
        }
    }
}

/// What a rule checks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Subject {
    /// An annual governance statement.
    Statement,
    /// A local code of governance.
    LocalCode,
    /// The return of a smaller authority.
    Agar,
    /// The waivers of a statement.
    Waivers,
}

impl Subject {
    /// What the rules of a family check.
    pub fn of_family(family: &str) -> Self {
        match family {
            "code" => Self::LocalCode,
            "agar" => Self::Agar,
            "waiver" => Self::Waivers,
            _ => Self::Statement,
        }
    }

    /// The variant of `Check`; the context has the same name with `Context` behind it.
    pub const fn variant(self) -> &'static str {
        match self {
            Self::Statement => "Statement",
            Self::LocalCode => "LocalCode",
            Self::Agar => "Agar",
            Self::Waivers => "Waivers",
        }
    }

    /// The base of its cases, which meets every rule, and the day on which it does.
    pub const fn example(self) -> (&'static str, &'static str) {
        match self {
            Self::Statement => ("example", "2022-11-30"),
            Self::LocalCode => ("example-code", "2022-11-30"),
            Self::Agar => ("example-agar", "2024-09-30"),
            Self::Waivers => ("example-waivers", "2022-11-30"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RuleCode;

    #[test]
    fn a_code_has_a_family_and_a_module() {
        let code: RuleCode = "FW16-6-B".parse().unwrap();
        assert_eq!(
            (code.as_str(), code.family(), code.module()),
            ("FW16-6-B", "fw16".into(), "fw16_6_b".into())
        );
    }

    #[test]
    fn other_texts_are_not_codes() {
        for raw in ["", "REG", "reg-8", "REG-", "-8", "REG--8", "REG-8/../X", "REG 8", "8-REG", "RÉG-8"] {
            assert!(raw.parse::<RuleCode>().is_err(), "{raw}");
        }
    }
}
