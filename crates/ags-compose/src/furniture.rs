//! The words on every page.

use ags_document::Furniture;

use crate::phrases::cover as phrases;

pub(super) fn compose(author: &str, title: &str) -> Furniture {
    Furniture {
        header: phrases::header(author, title),
        footer: phrases::FOOTER.into(),
        contents: Some(phrases::CONTENTS.into()),
        skip: phrases::SKIP.into(),
        continued: phrases::CONTINUED.into(),
    }
}
