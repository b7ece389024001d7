//! Where something is in a document.

use std::borrow::Cow;
use std::fmt;

/// A JSON pointer (RFC 6901), built from its steps.
///
/// ```
/// use ags_report::Pointer;
/// let issues = Pointer::root().key("review").key("issues");
/// assert_eq!(issues.index(3).key("id").as_str(), "/review/issues/3/id");
/// assert_eq!(Pointer::root().key("a/b~c").as_str(), "/a~1b~0c");
/// const ACCOUNTS: Pointer = Pointer::fixed("/sign_off/accounts");
/// assert_eq!(ACCOUNTS.key("signed").to_string(), "/sign_off/accounts/signed");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Pointer(Cow<'static, str>);

impl Pointer {
    /// The document as a whole.
    #[must_use]
    pub const fn root() -> Self {
        Self(Cow::Borrowed(""))
    }

    /// A pointer whose steps are all known when the program is written, as in `/sign_off/approval`.
    #[must_use]
    pub const fn fixed(pointer: &'static str) -> Self {
        Self(Cow::Borrowed(pointer))
    }

    /// The field of an object; `~` and `/` in its name are escaped.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self(format!("{self}/{key}").into())
    }

    /// The element of an array, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{self}/{index}").into())
    }

    /// A place below this one, by its pointer from here.
    #[must_use]
    pub fn join(&self, below: &Self) -> Self {
        Self(format!("{self}{below}").into())
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&'static str> for Pointer {
    fn from(pointer: &'static str) -> Self {
        Self::fixed(pointer)
    }
}

impl From<String> for Pointer {
    fn from(pointer: String) -> Self {
        Self(pointer.into())
    }
}

impl From<Pointer> for String {
    fn from(pointer: Pointer) -> Self {
        pointer.0.into_owned()
    }
}

impl From<&Pointer> for String {
    fn from(pointer: &Pointer) -> Self {
        pointer.as_str().to_owned()
    }
}
