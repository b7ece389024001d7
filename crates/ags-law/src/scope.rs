//! Whom a rule or a duty binds, and for which years.

use std::fmt;

use governance_model::{AuthorityKind, Category, FinancialYear, Nation};
use serde::Serialize;

/// Whom a rule binds, and for which years.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Scope {
    /// The calendar year in which the first financial year it binds begins.
    pub from: i32,
    /// The calendar year in which the last one begins, inclusive; none while it still binds.
    pub until: Option<i32>,
    /// The nations.
    pub nations: &'static [Nation],
    /// The categories of authority in England; all where the list is empty.
    pub categories: &'static [Category],
    /// The types of authority; all where the list is empty.
    pub kinds: &'static [AuthorityKind],
}

impl Scope {
    /// England, both categories, for years from 2015/16: the Accounts and Audit Regulations 2015.
    pub const ENGLAND: Self =
        Self { from: 2015, until: None, nations: &[Nation::England], categories: &[], kinds: &[] };
    /// England, category 1, for years from 2015/16.
    pub const ENGLAND_CATEGORY_1: Self = Self { categories: &[Category::One], ..Self::ENGLAND };
    /// England, category 2, for years from 2015/16.
    pub const ENGLAND_CATEGORY_2: Self = Self { categories: &[Category::Two], ..Self::ENGLAND };
    /// Wales, for years from 2014/15: the Accounts and Audit (Wales) Regulations 2014.
    pub const WALES: Self = Self { from: 2014, nations: &[Nation::Wales], ..Self::ENGLAND };
    /// Scotland, for years from 2014/15: the Local Authority Accounts (Scotland) Regulations 2014.
    pub const SCOTLAND: Self = Self { from: 2014, nations: &[Nation::Scotland], ..Self::ENGLAND };
    /// Northern Ireland, for years from 2015/16: the Local Government (Accounts and Audit) Regulations
    /// (Northern Ireland) 2015.
    pub const NORTHERN_IRELAND: Self = Self { nations: &[Nation::NorthernIreland], ..Self::ENGLAND };
    /// The four nations, for years from 2016/17: the CIPFA/SOLACE Framework of 2016. In England category 1 only:
    /// the proper practices of smaller authorities are another guide. From 2025/26 an addendum replaces its
    /// chapter on the annual review; that is an unverified source, so the requirements of 2016 are still checked.
    pub const FRAMEWORK_2016: Self = Self {
        from: 2016,
        until: None,
        nations: &[Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland],
        categories: &[Category::One],
        kinds: &[],
    };
    /// Every authority and every year a financial year can name, so that no year need be given.
    pub const ALWAYS: Self = Self { from: 1990, categories: &[], ..Self::FRAMEWORK_2016 };

    /// Whether it covers every year, so that no year need be known.
    #[must_use]
    pub const fn is_every_year(&self) -> bool {
        self.from <= Self::ALWAYS.from && self.until.is_none()
    }
}

/// Whom a rule binds and for which years, in words without a full stop.
///
/// ```
/// use ags_law::Scope;
/// assert_eq!(
///     Scope::ENGLAND_CATEGORY_1.to_string(),
///     "England, authorities of category 1; years from 2015/16"
/// );
/// ```
impl fmt::Display for Scope {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.nations {
            [_, _, _, _] => out.write_str("The four nations")?,
            nations => out.write_str(&joined(nations.iter()))?,
        }
        if let [category] = self.categories {
            let there = if self.nations.len() == 1 { "" } else { "in England " };
            write!(out, ", {there}authorities of category {}", u8::from(*category))?;
        }
        if !self.kinds.is_empty() {
            write!(out, ", of the types {}", joined(self.kinds.iter().map(kind)))?;
        }
        match (self.is_every_year(), self.until) {
            (true, None) => out.write_str("; every year"),
            (_, None) => write!(out, "; years from {}", year_beginning(self.from)),
            (_, Some(until)) => {
                write!(out, "; years from {} to {}", year_beginning(self.from), year_beginning(until))
            }
        }
    }
}

/// A type of authority, as files name it.
fn kind(kind: &AuthorityKind) -> String {
    let named = serde_json::to_value(kind).unwrap_or_default();
    named.as_str().unwrap_or_default().to_owned()
}

fn joined(words: impl Iterator<Item = impl ToString>) -> String {
    words.map(|word| word.to_string()).collect::<Vec<_>>().join(", ")
}

/// The financial year that begins in a calendar year, as in 2021/22; the number where no year can be named by it.
#[must_use]
pub fn year_beginning(begins: i32) -> String {
    FinancialYear::beginning(begins).map_or_else(|_| begins.to_string(), |year| year.to_string())
}
