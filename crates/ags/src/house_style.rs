//! How a council presents its papers.

use governance_model::Text;
use serde::Serialize;

use crate::document::Accent;

/// A council's house style: what its papers show that its statement does not say.
///
/// ```
/// use ags::{HouseStyle, document::Accent};
/// let house = HouseStyle { accent: "#5C0E2E".parse::<Accent>()?, crest: true, ..HouseStyle::default() };
/// assert_eq!(house.name, None);
/// # Ok::<(), ags::document::AccentError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct HouseStyle {
    /// The council's name as its papers print it, such as a name in two languages; none for the name in the statement.
    pub name: Option<Text>,
    /// The colour of titles, headings and figures.
    pub accent: Accent,
    /// Whether the title page keeps a place for the crest.
    pub crest: bool,
}

impl HouseStyle {
    /// The name that is printed, given the one in the statement.
    pub(crate) fn name(&self, stated: impl FnOnce() -> String) -> String {
        self.name.as_ref().map_or_else(stated, ToString::to_string)
    }
}
