//! The instruments that rules cite: regulations, Acts, proper practices and guidance.

use crate::citation::Citation;

/// An instrument that rules cite.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instrument {
    /// How to cite it: its name and number, as in "Accounts and Audit Regulations 2015 (SI 2015/234)".
    pub name: &'static str,
    /// What stands for the name where the same page has a key of instruments, as in "AAR 2015".
    pub short: &'static str,
    /// Where the whole of it can be read; none where it is sold, or its address is unknown.
    pub url: Option<&'static str>,
}

impl Instrument {
    const fn law(short: &'static str, name: &'static str, url: &'static str) -> Self {
        Self { name, short, url: Some(url) }
    }

    const fn unlinked(short: &'static str, name: &'static str) -> Self {
        Self { name, short, url: None }
    }

    /// The instrument with a name, as a citation has it; none where no rule of this library cites it.
    ///
    /// ```
    /// let instrument = ags_law::Instrument::named("Accounts and Audit Regulations 2015 (SI 2015/234)");
    /// assert_eq!(instrument.map(|instrument| instrument.short), Some("AAR 2015"));
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        INSTRUMENTS.iter().find(|instrument| instrument.name == name)
    }

    /// A provision of it that has an address of its own.
    #[must_use]
    pub const fn at(self, provision: &'static str, url: &'static str) -> Citation {
        Citation { instrument: self.name, provision, url: Some(url) }
    }

    /// A part of it, with the address of the whole.
    #[must_use]
    pub const fn part(self, provision: &'static str) -> Citation {
        Citation { instrument: self.name, provision, url: self.url }
    }
}

/// Declares the instruments and the list of them all.
macro_rules! instruments {
    ($($(#[$doc:meta])* $name:ident = $instrument:expr;)*) => {
        $($(#[$doc])* pub const $name: Instrument = $instrument;)*

        /// Every instrument this library cites, once.
        pub const INSTRUMENTS: &[Instrument] = &[$($name),*];
    };
}

instruments! {
    // ---- the regulations on accounts and audit

    /// Accounts and Audit Regulations 2015, for England, years from 2015/16.
    AAR_2015 = Instrument::law(
        "AAR 2015",
        "Accounts and Audit Regulations 2015 (SI 2015/234)",
        "https://www.legislation.gov.uk/uksi/2015/234",
    );
    /// The amendment for 2019/20, in force 30 April 2020.
    AMENDMENT_2020 = Instrument::law(
        "SI 2020/404",
        "Accounts and Audit (Coronavirus) (Amendment) Regulations 2020 (SI 2020/404)",
        "https://www.legislation.gov.uk/uksi/2020/404",
    );
    /// The amendment for 2020/21 and 2021/22, in force 31 March 2021.
    AMENDMENT_2021 = Instrument::law(
        "SI 2021/263",
        "Accounts and Audit (Amendment) Regulations 2021 (SI 2021/263)",
        "https://www.legislation.gov.uk/uksi/2021/263",
    );
    /// The amendment that limits the one before to category 1, in force 3 June 2021.
    AMENDMENT_2021_2 = Instrument::law(
        "SI 2021/565",
        "Accounts and Audit (Amendment No. 2) Regulations 2021 (SI 2021/565)",
        "https://www.legislation.gov.uk/uksi/2021/565",
    );
    /// The amendment for 2021/22 to 2027/28, in force 22 July 2022.
    AMENDMENT_2022 = Instrument::law(
        "SI 2022/708",
        "Accounts and Audit (Amendment) Regulations 2022 (SI 2022/708)",
        "https://www.legislation.gov.uk/uksi/2022/708",
    );
    /// The amendment that set the backstop dates for 2015/16 to 2027/28, in force 30 September 2024.
    AMENDMENT_2024 = Instrument::law(
        "SI 2024/907",
        "Accounts and Audit (Amendment) Regulations 2024 (SI 2024/907)",
        "https://www.legislation.gov.uk/uksi/2024/907",
    );
    /// England, years 2010/11 to 2014/15.
    AAR_2011 = Instrument::law(
        "AAR 2011",
        "Accounts and Audit (England) Regulations 2011 (SI 2011/817)",
        "https://www.legislation.gov.uk/uksi/2011/817",
    );
    /// England, years 2003/04 to 2009/10.
    AAR_2003 = Instrument::law(
        "AAR 2003",
        "Accounts and Audit Regulations 2003 (SI 2003/533)",
        "https://www.legislation.gov.uk/uksi/2003/533",
    );
    /// The amendment that had a committee or all members consider the findings, in force 1 April 2006.
    AMENDMENT_2006 = Instrument::law(
        "SI 2006/564",
        "Accounts and Audit (Amendment) (England) Regulations 2006 (SI 2006/564)",
        "https://www.legislation.gov.uk/uksi/2006/564",
    );
    /// Wales, years from 2014/15.
    WALES_2014 = Instrument::law(
        "Wales 2014",
        "Accounts and Audit (Wales) Regulations 2014 (SI 2014/3362 (W. 337))",
        "https://www.legislation.gov.uk/wsi/2014/3362",
    );
    /// Scotland, years from 2014/15.
    SCOTLAND_2014 = Instrument::law(
        "Scotland 2014",
        "Local Authority Accounts (Scotland) Regulations 2014 (SSI 2014/200)",
        "https://www.legislation.gov.uk/ssi/2014/200",
    );
    /// Northern Ireland, years from 2015/16.
    NORTHERN_IRELAND_2015 = Instrument::law(
        "NI 2015",
        "Local Government (Accounts and Audit) Regulations (Northern Ireland) 2015 (SR 2015/106)",
        "https://www.legislation.gov.uk/nisr/2015/106",
    );
    /// England: what a smaller authority is, and which may be exempt from review by an auditor.
    SMALLER_2015 = Instrument::law(
        "LASAR 2015",
        "Local Audit (Smaller Authorities) Regulations 2015 (SI 2015/184)",
        "https://www.legislation.gov.uk/uksi/2015/184",
    );
    /// England: the statement of a district council that merges into another under an order of s. 10 of the
    /// Local Government and Public Involvement in Health Act 2007.
    BOUNDARY_2018 = Instrument::law(
        "SI 2018/1128",
        "Local Government (Boundary Changes) Regulations 2018 (SI 2018/1128)",
        "https://www.legislation.gov.uk/uksi/2018/1128",
    );

    // ---- Acts

    /// England and Wales: the officer responsible for financial affairs, s. 151.
    LGA_1972 = Instrument::law(
        "LGA 1972",
        "Local Government Act 1972",
        "https://www.legislation.gov.uk/ukpga/1972/70",
    );
    /// England and Wales: the chief finance officer's report, s. 114.
    LGFA_1988 = Instrument::law(
        "LGFA 1988",
        "Local Government Finance Act 1988",
        "https://www.legislation.gov.uk/ukpga/1988/41",
    );
    /// Great Britain: head of paid service, s. 4, and monitoring officer, s. 5.
    LGHA_1989 = Instrument::law(
        "LGHA 1989",
        "Local Government and Housing Act 1989",
        "https://www.legislation.gov.uk/ukpga/1989/42",
    );
    /// England: best value, s. 3.
    LGA_1999 = Instrument::law(
        "LGA 1999",
        "Local Government Act 1999",
        "https://www.legislation.gov.uk/ukpga/1999/27",
    );
    /// England: financial year, s. 3; the auditor's duties, ss. 20 and 24; reports and recommendations, Sch. 7.
    LAAA_2014 = Instrument::law(
        "LAAA 2014",
        "Local Audit and Accountability Act 2014",
        "https://www.legislation.gov.uk/ukpga/2014/2",
    );
    /// England: codes of conduct, s. 28.
    LOCALISM_2011 = Instrument::law(
        "LA 2011",
        "Localism Act 2011",
        "https://www.legislation.gov.uk/ukpga/2011/20",
    );

    // ---- proper practices and guidance

    /// The Framework for years from 2016/17, all nations.
    FRAMEWORK_2016 = Instrument::unlinked(
        "Framework 2016",
        "CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework (2016 Edition)",
    );
    /// Its addendum of May 2025 on the annual review and the statement, for years from 2025/26.
    ADDENDUM_2025 = Instrument::unlinked(
        "Addendum 2025",
        "CIPFA/SOLACE, Delivering Good Governance in Local Government: Framework, addendum (May 2025)",
    );
    /// What makes an issue significant; the guidance note that goes with the Framework of 2007.
    GUIDANCE_NOTE_2007 = Instrument::unlinked(
        "Guidance note 2007",
        "CIPFA/SOLACE, Delivering Good Governance in Local Government: guidance note (2007)",
    );
    /// In full from 1 April 2021, in shadow the year before.
    FM_CODE_2019 = Instrument::unlinked("FM Code", "CIPFA, Financial Management Code (2019)");
    /// The standards for internal audit, years 2013/14 to 2024/25.
    PSIAS = Instrument::law(
        "PSIAS",
        "Public Sector Internal Audit Standards",
        "https://www.gov.uk/government/publications/public-sector-internal-audit-standards",
    );
    /// The standards for internal audit, years from 2025/26.
    GIAS_UK = Instrument::unlinked(
        "GIAS (UK)",
        "Global Internal Audit Standards in the UK Public Sector (2025)",
    );
    /// How internal audit is governed, years from 2025/26.
    IA_GOVERNANCE_2025 = Instrument::unlinked(
        "IA Code 2025",
        "CIPFA, Code of Practice for the Governance of Internal Audit in UK Local Government (2025)",
    );
    /// First of 2010.
    CFO_ROLE_2016 = Instrument::unlinked(
        "CFO Statement 2016",
        "CIPFA, Statement on the Role of the Chief Financial Officer in Local Government (2016)",
    );
    /// First of 2010.
    HIA_ROLE_2019 = Instrument::unlinked(
        "HIA Statement 2019",
        "CIPFA, Statement on the Role of the Head of Internal Audit in Public Service Organisations (2019)",
    );
    /// First of 2013.
    AUDIT_COMMITTEES_2022 = Instrument::unlinked(
        "Audit Committees 2022",
        "CIPFA, Position Statement: Audit Committees in Local Authorities and Police (2022)",
    );
    /// Five principles, and a sentence for the statement.
    FRAUD_CODE_2014 = Instrument::law(
        "Fraud Code 2014",
        "CIPFA, Code of Practice on Managing the Risk of Fraud and Corruption (2014)",
        "https://www.cipfa.org/services/cipfa-solutions/fraud-and-corruption/code-of-practice",
    );
    /// England: what the auditor says on value for money, years from 2020/21.
    CODE_OF_AUDIT_PRACTICE_2020 = Instrument::unlinked(
        "Audit Code 2020",
        "National Audit Office, Code of Audit Practice (2020)",
    );
    /// England: statutory guidance of 8 May 2024.
    BEST_VALUE_2024 = Instrument::law(
        "Best value guide 2024",
        "Best value standards and intervention: a statutory guide for best value authorities (May 2024)",
        "https://www.gov.uk/government/publications/\
         best-value-standards-and-intervention-a-statutory-guide-for-best-value-authorities",
    );
    /// The Nolan principles.
    NOLAN = Instrument::law(
        "Nolan 1995",
        "Committee on Standards in Public Life, The Seven Principles of Public Life (1995)",
        "https://www.gov.uk/government/publications/the-7-principles-of-public-life",
    );
    /// England.
    TRANSPARENCY_2015 = Instrument::law(
        "Transparency Code 2015",
        "Local Government Transparency Code 2015",
        "https://www.gov.uk/government/publications/local-government-transparency-code-2015",
    );
    /// England: authorities with a turnover of at most 25,000 pounds.
    TRANSPARENCY_SMALLER = Instrument::law(
        "Transparency Code (smaller)",
        "Transparency Code for Smaller Authorities",
        "https://www.gov.uk/government/publications/transparency-code-for-smaller-authorities",
    );
    /// England: the proper practices of smaller authorities, issued by JPAG and after it by SAPPP.
    PRACTITIONERS_GUIDE = Instrument::unlinked(
        "Practitioners' Guide",
        "Governance and Accountability for Smaller Authorities in England: Practitioners' Guide",
    );
    /// England: the form on which a smaller authority makes its statement.
    AGAR = Instrument::unlinked("AGAR", "Annual Governance and Accountability Return (Forms 1, 2 and 3)");
    /// What auditors, reviews and committees' minutes ask for again and again; ours, not law.
    QUALITY = Instrument::unlinked(
        "Good practice",
        "Good practice drawn from auditors' reports, reviews and minutes",
    );
    /// What a waiver must contain; ours, as no regulation provides for waivers.
    WAIVERS = Instrument::unlinked("Rules on waivers", "This library's rules on waivers");
    /// What an answer to a question of a check must contain; ours, as no regulation provides for it.
    ANSWERS = Instrument::unlinked("Rules on answers", "This library's rules on answers to the questions of a check");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{AAR_2015, FM_CODE_2019, INSTRUMENTS};

    #[test]
    fn no_instrument_is_listed_twice_and_every_address_is_one() {
        let names: BTreeSet<&str> = INSTRUMENTS.iter().map(|instrument| instrument.name).collect();
        assert_eq!(names.len(), INSTRUMENTS.len());
        let short: BTreeSet<&str> = INSTRUMENTS.iter().map(|instrument| instrument.short).collect();
        assert_eq!(short.len(), INSTRUMENTS.len());
        assert!(short.iter().all(|short| short.len() <= 30), "{short:?}");
        for url in INSTRUMENTS.iter().filter_map(|instrument| instrument.url) {
            assert!(url.starts_with("https://www.") && !url.ends_with('/') && !url.contains(' '), "{url}");
        }
    }

    #[test]
    fn an_instrument_of_a_year_is_cited_by_its_number_and_an_address_that_holds_it() {
        for instrument in INSTRUMENTS {
            let number = instrument.name.split_once("(SI ").map(|(_, rest)| rest);
            if let Some((number, _)) = number.and_then(|rest| rest.split_once([' ', ')'])) {
                assert!(instrument.url.is_some_and(|url| url.ends_with(number)), "{}", instrument.name);
            }
        }
    }

    #[test]
    fn a_part_has_the_address_of_the_whole_and_a_provision_its_own() {
        assert_eq!(AAR_2015.part("reg. 6").url, AAR_2015.url);
        assert_eq!(FM_CODE_2019.part("standard A").url, None);
        let provision = "https://www.legislation.gov.uk/uksi/2015/234/regulation/6";
        assert_eq!(AAR_2015.at("reg. 6", provision).url, Some(provision));
    }
}
