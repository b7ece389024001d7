//! The files that are forged.

use ags::statement::SignOff;
use ags::{HouseStyle, Presentation, Statement};
use chrono::NaiveDate;
use governance_model::read;
use lopdf::Document;
use serde_json::json;

use tests::plain_pdf::Plain;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/councils/leicestershire/2021-22");

/// A published file.
pub struct Base {
    /// The name of the file.
    pub name: &'static str,
    /// The file as it was issued.
    pub issued: Vec<u8>,
    /// The same, read, with its streams unpacked.
    document: Document,
}

impl Base {
    /// A document as it was issued.
    pub fn new(name: &'static str, document: &ags::document::Document) -> Self {
        Self::of(name, render_pdf::render(document).unwrap())
    }

    /// The bytes of a file.
    pub fn of(name: &'static str, issued: Vec<u8>) -> Self {
        let mut read = Document::load_mem(&issued).unwrap();
        read.decompress();
        Self { name, issued, document: read }
    }

    /// The example statement.
    pub fn statement() -> Self {
        Self::new("statement", &ags::compose(&statement(), day()))
    }

    /// The example statement as it goes to those who sign it, with a field for each of them.
    pub fn to_sign() -> Self {
        let mut statement = statement();
        statement.sign_off.signatures.clear();
        let signatories = json!([
            { "office": "leading-member", "title": "Leader of the Council" },
            { "office": "chief-executive", "title": "Chief Executive" },
        ]);
        statement.sign_off.signatories = serde_json::from_value(signatories).unwrap();
        let presentation = Presentation { signature_fields: true, ..Presentation::new(day()) };
        Self::new("to-sign", &ags::compose_with(&statement, &presentation))
    }

    /// The final statement of Leicestershire.
    pub fn leicestershire() -> Self {
        let file = |name: &str| std::fs::read(format!("{FIXTURE}/{name}")).unwrap();
        let code = read::toml(&file("local-code.toml"), "local-code.toml").unwrap();
        let review = read::toml(&file("review.toml"), "review.toml").unwrap();
        let sign_off: SignOff = read::toml(&file("sign-off-final.toml"), "sign-off-final.toml").unwrap();
        let statement = Statement::assemble(&code, &review).unwrap().sign_off(sign_off).unwrap();
        Self::new("leicestershire", &ags::compose(&statement, day()))
    }

    /// The example return of a smaller authority.
    pub fn agar() -> Self {
        let agar = ags::example::agar().unwrap();
        Self::new("return", &ags::worksheet(&agar, &ags::check_agar(&agar, day()), &HouseStyle::default()))
    }

    /// The example statement in the house style of a council, with a QR code.
    pub fn house_style() -> Self {
        let name = Some("Cyngor Example".parse().unwrap());
        let verify_at = Some("https://www.example.gov.uk/statement".to_owned().try_into().unwrap());
        let style = HouseStyle { name, crest: true, verify_at, ..HouseStyle::default() };
        Self::new(
            "house-style",
            &ags::compose_with(&statement(), &Presentation { house: style, ..Presentation::new(day()) }),
        )
    }

    /// The file taken apart.
    pub fn plain(&self) -> Plain {
        Plain::of(&self.document)
    }

    /// The file taken apart after a change to its objects.
    pub fn changed(&self, change: impl FnOnce(&mut Document)) -> Plain {
        let mut document = self.document.clone();
        change(&mut document);
        Plain::of(&document)
    }
}

/// The example statement.
pub fn statement() -> Statement {
    ags::example::statement().unwrap()
}

/// The day for which the files were checked.
pub fn day() -> NaiveDate {
    "2022-11-30".parse().unwrap()
}
