//! Places for the signatures of people, on paper and in a form field.

use serde::Serialize;

/// Where people sign the document: a place for each of them, in the order in which they are read.
///
/// Each place is kept on one page, and all of them together where they fit on one. A renderer draws the lines to write
/// on; every word is in the document. A place is read as its body, its office, its signature, its name and its date.
///
/// ```
/// use ags_document::{Block, Signature, SignaturePlace, Signatures};
/// let leader = SignaturePlace {
///     body: None,
///     office: "Leader of the Council".into(),
///     name: None,
///     date: None,
///     signature: Signature::Field("Signature of the Leader of the Council".into()),
/// };
/// let block = Block::Signatures(Signatures {
///     signed: "Signed".into(),
///     name: "Name".into(),
///     date: "Date".into(),
///     places: vec![leader],
/// });
/// # let _ = block;
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Signatures {
    /// The words beside the room for a signature, as in "Signed"; never empty in a document that renders.
    pub signed: String,
    /// The words beside the name, as in "Name"; never empty in a document that renders.
    pub name: String,
    /// The words beside the date, as in "Date"; never empty in a document that renders.
    pub date: String,
    /// A place for each person; at least one.
    pub places: Vec<SignaturePlace>,
}

/// Where one person signs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SignaturePlace {
    /// The body that the person signs for, where the document is of several bodies; printed above the office.
    pub body: Option<String>,
    /// The office or title that the person signs in, as in "Leader of the Council"; never empty in a document that
    /// renders.
    pub office: String,
    /// The person's name; none for a line to write it on, or for none at all where the signature was made.
    pub name: Option<String>,
    /// The day of the signature, as it is printed; none for a line to write it on, or for none at all where the
    /// signature was made.
    pub date: Option<String>,
    /// The signature, or the room for it.
    pub signature: Signature,
}

/// The signature of one person, or the room for it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signature {
    /// The person has signed: the words in the place of the signature, such as "Signed on paper".
    Made(String),
    /// The person has not signed: room to sign on paper.
    Room,
    /// The person has not signed: room to sign on paper, which in a PDF is also a field for an electronic signature. The
    /// words are the accessible name of the field, such as "Signature of the Leader of the Council"; they are not
    /// printed.
    Field(String),
}

impl SignaturePlace {
    /// The name and the date with their labels, in the order in which they are printed; none of the words is a line to
    /// write on. A signature that was made needs no such line: what is absent there is left out.
    #[must_use]
    pub fn beside<'a>(&'a self, labels: &'a Signatures) -> Vec<(&'a str, Option<&'a str>)> {
        let made = matches!(self.signature, Signature::Made(_));
        let all =
            [(labels.name.as_str(), self.name.as_deref()), (labels.date.as_str(), self.date.as_deref())];
        all.into_iter().filter(|(_, words)| !made || words.is_some()).collect()
    }
}
