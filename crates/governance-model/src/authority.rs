//! The public body whose governance is described.

use std::fmt;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::provenance::Provenance;
use crate::text::Text;

/// A public body.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its full legal name.
    pub name: Text,
    /// What its documents call it, as in "the Council".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Text>,
    /// Its type.
    pub kind: AuthorityKind,
    /// The nation whose law applies to it.
    pub nation: Nation,
    /// Its category under the Accounts and Audit Regulations 2015; none outside England.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// How decisions are taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub governance: Option<GovernanceModel>,
    /// The day on which it is dissolved, where an order says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissolves: Option<NaiveDate>,
    /// Its code in the lists of local authorities, as in `LEC`. Unlike the GSS code it stays when boundaries move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<AuthorityCode>,
    /// Its code in the Government Statistical Service's register, as in `E10000018`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gss_code: Option<GssCode>,
    /// The source of name and type; some councils' codes never print the full name.
    #[serde(default, skip_serializing_if = "Provenance::is_declared")]
    pub source: Provenance,
}

impl Authority {
    /// Its category: the one given, else the one that follows from its type.
    ///
    /// ```
    /// use governance_model::{Authority, Category};
    /// let authority = |kind: &str| -> Authority {
    ///     let json = format!(r#"{{ "name": "Example", "kind": "{kind}", "nation": "england" }}"#);
    ///     serde_json::from_str(&json).expect("an authority")
    /// };
    /// assert_eq!(authority("county").size(), Some(Category::One));
    /// assert_eq!(authority("local-council").size(), None, "some are larger and some smaller");
    /// ```
    #[must_use]
    pub fn size(&self) -> Option<Category> {
        self.category.or_else(|| self.kind.category())
    }
}

/// The type of an authority.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AuthorityKind {
    /// A county council in England with districts below it.
    County,
    /// A non-metropolitan district, borough or city council below a county in England; a district council in
    /// Northern Ireland.
    District,
    /// A unitary authority in England, the Isles of Scilly among them; a principal council in Wales; a council in
    /// Scotland.
    Unitary,
    /// A metropolitan district in England.
    MetropolitanDistrict,
    /// A London borough or the City of London.
    LondonBorough,
    /// The Greater London Authority, set up by its own Act of 1999 and so not a combined authority.
    GreaterLondonAuthority,
    /// A combined or combined county authority in England.
    CombinedAuthority,
    /// A fire and rescue authority.
    FireAuthority,
    /// A police and crime commissioner or chief constable.
    PoliceBody,
    /// A national park authority.
    NationalPark,
    /// A waste, transport or other joint body.
    JointBody,
    /// A parish, town, community or neighbourhood council, or a parish meeting.
    LocalCouncil,
    /// The source does not say.
    NotStated,
}

impl AuthorityKind {
    /// The category of an authority of this type in England; none where it depends on size, as for local
    /// councils and joint bodies, or where the type is not stated.
    ///
    /// A smaller authority is one whose income and expenditure are both at most £6.5 million a year, Local Audit
    /// and Accountability Act 2014, s. 6; the other types are all larger.
    #[must_use]
    pub const fn category(self) -> Option<Category> {
        match self {
            Self::County
            | Self::District
            | Self::Unitary
            | Self::MetropolitanDistrict
            | Self::LondonBorough
            | Self::GreaterLondonAuthority
            | Self::CombinedAuthority
            | Self::FireAuthority
            | Self::PoliceBody
            | Self::NationalPark => Some(Category::One),
            Self::JointBody | Self::LocalCouncil | Self::NotStated => None,
        }
    }
}

/// A nation of the United Kingdom.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

/// Its name in English, as in `Northern Ireland`.
impl fmt::Display for Nation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::England => "England",
            Self::Wales => "Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        })
    }
}

/// The category of an authority in England, Accounts and Audit Regulations 2015, reg. 2: written 1 or 2.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schemars(extend("enum" = [1, 2]))]
pub enum Category {
    /// Not a smaller authority, or one that chose to be treated as a larger one.
    One,
    /// A smaller authority.
    Two,
}

/// A number that is not a category.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("{read} is not a category of authority; write 1 or 2")]
pub struct CategoryError {
    /// The number read.
    pub read: u8,
}

impl TryFrom<u8> for Category {
    type Error = CategoryError;
    fn try_from(read: u8) -> Result<Self, CategoryError> {
        match read {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            _ => Err(CategoryError { read }),
        }
    }
}

impl From<Category> for u8 {
    fn from(category: Category) -> Self {
        match category {
            Category::One => 1,
            Category::Two => 2,
        }
    }
}

/// How an authority takes its decisions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum GovernanceModel {
    /// A leader and a cabinet (executive).
    LeaderAndCabinet,
    /// An elected mayor and a cabinet.
    MayorAndCabinet,
    /// Committees of members.
    Committee,
    /// One office holder, such as a police and crime commissioner.
    CorporationSole,
    /// Members appointed by other authorities.
    JointBody,
}

/// A code of an authority in the lists of local authorities: three or four capital letters, as in `LEC` or `GMCA`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Z]{3,4}$"))]
pub struct AuthorityCode(String);

/// A text that is not the code of an authority.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{raw:?} is not the code of an authority; write three or four capital letters, as in LEC or GMCA")]
pub struct AuthorityCodeError {
    /// What was read, at most its first 40 characters.
    pub raw: String,
}

impl AuthorityCode {
    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AuthorityCode {
    type Error = AuthorityCodeError;
    fn try_from(raw: String) -> Result<Self, AuthorityCodeError> {
        if matches!(raw.len(), 3 | 4) && raw.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Ok(Self(raw));
        }
        Err(AuthorityCodeError { raw: raw.chars().take(40).collect() })
    }
}

impl From<AuthorityCode> for String {
    fn from(code: AuthorityCode) -> Self {
        code.0
    }
}

/// A code of the Government Statistical Service: one capital letter, eight digits, as in `E10000018`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[EWSNKJ][0-9]{8}$"))]
pub struct GssCode(String);

/// A text that is not a GSS code.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{raw:?} is not a GSS code; write E, W, S, N, K or J and eight digits, as in E10000018")]
pub struct GssCodeError {
    /// What was read, at most its first 40 characters.
    pub raw: String,
}

impl GssCode {
    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nation of its first letter; none for K and J, which span several.
    #[must_use]
    pub fn nation(&self) -> Option<Nation> {
        match self.0.chars().next()? {
            'E' => Some(Nation::England),
            'W' => Some(Nation::Wales),
            'S' => Some(Nation::Scotland),
            'N' => Some(Nation::NorthernIreland),
            _ => None,
        }
    }
}

impl TryFrom<String> for GssCode {
    type Error = GssCodeError;
    fn try_from(raw: String) -> Result<Self, GssCodeError> {
        let mut bytes = raw.bytes();
        let letter = bytes.next().is_some_and(|first| b"EWSNKJ".contains(&first));
        if letter && raw.len() == 9 && bytes.all(|digit| digit.is_ascii_digit()) {
            return Ok(Self(raw));
        }
        Err(GssCodeError { raw: raw.chars().take(40).collect() })
    }
}

impl From<GssCode> for String {
    fn from(code: GssCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gss_code_has_a_nation_letter_and_eight_digits() {
        assert!(GssCode::try_from("E10000018".to_owned()).is_ok());
        for wrong in ["E1000001", "E100000188", "X10000018", "E1000001a", "", "£10000018"] {
            assert!(GssCode::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_gss_code_tells_its_nation_and_one_that_spans_several_tells_none() {
        let nation = |raw: &str| GssCode::try_from(raw.to_owned()).expect("a GSS code").nation();
        assert_eq!(nation("E10000018"), Some(Nation::England));
        assert_eq!(nation("W06000015"), Some(Nation::Wales));
        assert_eq!(nation("S12000033"), Some(Nation::Scotland));
        assert_eq!(nation("N09000003"), Some(Nation::NorthernIreland));
        assert_eq!(nation("K02000001"), None);
        assert_eq!(nation("J99000001"), None);
    }

    #[test]
    fn a_code_of_an_authority_has_three_or_four_capitals() {
        for right in ["LEC", "GMCA"] {
            assert!(AuthorityCode::try_from(right.to_owned()).is_ok(), "{right}");
        }
        for wrong in ["", "LE", "GMCAX", "Lec", "L3C", "NIR-A", "ÉC"] {
            assert!(AuthorityCode::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_principal_council_is_category_1_and_a_local_council_is_for_its_size_to_say() {
        assert_eq!(AuthorityKind::District.category(), Some(Category::One));
        assert_eq!(AuthorityKind::NationalPark.category(), Some(Category::One));
        for kind in [AuthorityKind::LocalCouncil, AuthorityKind::JointBody, AuthorityKind::NotStated] {
            assert_eq!(kind.category(), None, "{kind:?}");
        }
    }

    #[test]
    fn there_are_two_categories() {
        assert_eq!(Category::try_from(2), Ok(Category::Two));
        assert_eq!(
            Category::try_from(3).map_err(|e| e.to_string()),
            Err("3 is not a category of authority; write 1 or 2".into())
        );
    }
}
