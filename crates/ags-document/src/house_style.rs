//! How a council presents its documents.

use governance_model::{Schema, Text, Versioned, WebAddress};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Accent;

/// A council's house style: what its documents show that is not part of its statement.
///
/// ```
/// use ags_document::{Accent, HouseStyle};
/// let house = HouseStyle { accent: "#5C0E2E".parse::<Accent>()?, crest: true, ..HouseStyle::default() };
/// assert_eq!(house.name, None);
/// # Ok::<(), ags_document::AccentError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// The name and version it begins with.
    #[serde(default)]
    pub schema: Schema<HouseStyle>,
    /// The council's name as its documents print it, such as a name in two languages; none for the name in the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The colour of titles, headings and figures.
    #[serde(default)]
    pub accent: Accent,
    /// Whether the title page has a space for the crest.
    #[serde(default)]
    pub crest: bool,
    /// Where a published statement can be verified; printed in a PDF with a QR code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify_at: Option<WebAddress>,
}

impl Versioned for HouseStyle {
    const NAME: &'static str = "house-style";
    const VERSION: u32 = 1;
}

impl HouseStyle {
    /// The name that is printed, given the one in the statement.
    #[must_use]
    pub fn name(&self, stated: impl FnOnce() -> String) -> String {
        self.name.as_ref().map_or_else(stated, ToString::to_string)
    }
}
