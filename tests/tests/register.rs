//! The register of authorities has the councils whose documents are among the fixtures.

use governance_model::{LocalCode, read, register};

#[test]
fn the_five_councils_are_in_the_register_as_in_their_documents() {
    for (council, as_at, code) in [
        ("stevenage/2009-10", "2010-03-31", "STV"),
        ("kent", "2012-03-31", "KEN"),
        ("colchester/2019-20", "2020-03-31", "COL"),
        ("southend-on-sea/2020-21", "2021-03-31", "SOS"),
        ("leicestershire/2021-22", "2022-03-31", "LEC"),
    ] {
        let path = format!("{}/../fixtures/councils/{council}/local-code.toml", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let LocalCode { authority, .. } = read::toml(&bytes, &path).unwrap_or_else(|error| panic!("{error}"));
        let as_at = as_at.parse().unwrap();
        let entry = register::find(&authority.name, as_at).unwrap_or_else(|| panic!("{}", authority.name));
        let known = entry.authority();
        assert_eq!(known.gss_code, authority.gss_code, "{council}");
        assert_eq!(
            (known.kind, known.nation, known.category),
            (authority.kind, authority.nation, authority.category)
        );
        assert_eq!(register::find(code, as_at), Some(entry));
    }
}
