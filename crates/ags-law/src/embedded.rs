//! The data files under `law/`, which are compiled in.

use serde::de::DeserializeOwned;

/// A data file under `law/`, as the type it is read into.
pub trait LawFile: DeserializeOwned {
    /// Its name, as in `deadlines.toml`.
    const NAME: &str;
    /// Its content.
    const TEXT: &str;

    /// Reads a version of the file; the error names the file, the line and the key.
    fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| format!("crates/ags-law/law/{}: {error}", Self::NAME))
    }

    /// Reads the file that is compiled in.
    ///
    /// The files are part of the program and no input: a test reads each of them, so a build that passes its tests
    /// never panics here. An empty table in the place of a file that cannot be read would be a year without law.
    #[expect(clippy::expect_used, reason = "an embedded file, which a test reads")]
    fn load() -> Self {
        Self::parse(Self::TEXT).expect("the law data is valid")
    }
}
