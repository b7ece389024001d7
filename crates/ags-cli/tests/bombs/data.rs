//! Data and seals that cost much to read.

use std::fmt::Write as _;

use crate::bomb::{Bomb, MEBI, packed, times};
use crate::worksheet;
use tests::plain_pdf::{Plain, replaced};

pub const BOMBS: [Bomb; 25] = [
    Bomb {
        name: "arrays",
        what: "The data are arrays in arrays, 30 million deep.",
        make: |file| data(file, &times("[", 30 * MEBI)),
    },
    Bomb {
        name: "objects",
        what: "The data are objects in objects, five million deep.",
        make: |file| data(file, &times("{\"a\":", 5 * MEBI)),
    },
    Bomb {
        name: "number",
        what: "The data are a number of 30 MiB.",
        make: |file| data(file, &times("1", 30 * MEBI)),
    },
    Bomb {
        name: "exponent",
        what: "A number of the data is larger than any.",
        make: |file| field(file, "\"category\":1", "\"category\":1e999999999999999999999"),
    },
    Bomb {
        name: "string",
        what: "The data are a string of 30 MiB of escapes.",
        make: |file| data(file, &[b"\"".to_vec(), times("\\u0041", 5 * MEBI), b"\"".to_vec()].concat()),
    },
    Bomb {
        name: "name-of-authority",
        what: "The name of the authority has 20 MiB.",
        make: |file| field(file, "Example Borough", &"Example ".repeat(MEBI * 5 / 2)),
    },
    Bomb {
        name: "zeros",
        what: "The data are a list of 15 million zeros.",
        make: |file| data(file, &[b"[".to_vec(), times("0,", 15 * MEBI), b"0]".to_vec()].concat()),
    },
    Bomb {
        name: "unknown-keys",
        what: "The data have two million keys that are not known.",
        make: |file| {
            let mut keys = String::from("{");
            (0..2 * MEBI).for_each(|number| write!(keys, "\"k{number}\":0,").unwrap());
            data(file, format!("{keys}\"z\":0}}").as_bytes())
        },
    },
    Bomb {
        name: "larger-than-read",
        what: "The data are 250 MiB of spaces.",
        make: |file| data(file, &times(" ", 250 * MEBI)),
    },
    Bomb {
        name: "issues-drawn",
        what: "The data are a valid statement with as many issues as are drawn.",
        make: |file| issues(file, 2_700),
    },
    Bomb {
        name: "issues-of-many-pages",
        what: "The data are a valid statement with 6,000 issues.",
        make: |file| issues(file, 6_000),
    },
    Bomb {
        name: "issues",
        what: "The data are a valid statement with 20,000 issues.",
        make: |file| issues(file, 20_000),
    },
    Bomb {
        name: "issues-of-30-mib",
        what: "The data are a valid statement with issues of 30 MiB.",
        make: |file| issues(file, 100_000),
    },
    Bomb {
        name: "results",
        what: "The report on a return has 100,000 results.",
        make: |_| {
            let mut file = worksheet();
            let id = kept(&file, "report.json");
            let mut report: serde_json::Value = serde_json::from_slice(file.content(id)).unwrap();
            let results = report["results"].as_array_mut().unwrap();
            let one = results[0].clone();
            results.extend(std::iter::repeat_n(one, 100_000));
            file.objects.insert(id, packed("/Type /EmbeddedFile", report.to_string().as_bytes()));
            file.bytes()
        },
    },
    Bomb {
        name: "sections",
        what: "The presentation has a list of 400,000 sections.",
        make: |file| presentation(file, "\"sections\":[", "\"issues\",", "\"summary\"]", 400_000),
    },
    Bomb {
        name: "annexes",
        what: "The presentation has a list of 400,000 annexes.",
        make: |file| presentation(file, "\"annexes\":[", "\"evidence\",", "\"evidence\"]", 400_000),
    },
    Bomb {
        name: "not-published",
        what: "The data have 500,000 working notes and 2,000 gaps that are not published.",
        make: |file| {
            changed(file, |statement| {
                let gap = statement.review.gaps[0].clone();
                statement.found = vec![gap; 2_000];
                statement.notes = vec![governance_model::Text::new("x").unwrap(); 500_000];
            })
        },
    },
    Bomb {
        name: "assessments",
        what: "The data assess each of 3,000 principles 10 times.",
        make: |file| {
            changed(file, |statement| {
                let one = statement.local_code.principles[0].clone();
                statement.local_code.principles = vec![one; 3_000];
                let one = statement.review.assessments[0].clone();
                statement.review.assessments = vec![one; 10_000];
            })
        },
    },
    Bomb {
        name: "gaps-of-issues",
        what: "The data have 3,000 issues of ten gaps and 3,000 actions for ten gaps.",
        make: |file| {
            changed(file, |statement| {
                let gap = statement.review.gaps[0].id.clone();
                let mut issue = statement.review.issues[0].clone();
                issue.gaps = vec![gap.clone(); 10];
                statement.review.issues = vec![issue; 3_000];
                let mut action = statement.review.actions[0].clone();
                action.addresses = vec![gap; 10];
                statement.review.actions = vec![action; 3_000];
            })
        },
    },
    Bomb {
        name: "metadata",
        what: "The XMP metadata are elements in elements, ten million deep.",
        make: |mut file| {
            let id = file.find("/Type /Metadata");
            file.objects.insert(id, packed("/Type /Metadata /Subtype /XML", &times("<a>", 10 * MEBI)));
            file.bytes()
        },
    },
    Bomb {
        name: "properties",
        what: "The XMP metadata have eight million properties.",
        make: |mut file| {
            let id = file.find("/Type /Metadata");
            let many = [times("<a b=\"\"/>", 8_000_000), b"</rdf:RDF>".to_vec()].concat();
            let content = replaced(file.content(id), b"</rdf:RDF>", &many);
            file.objects.insert(id, packed("/Type /Metadata /Subtype /XML", &content));
            file.bytes()
        },
    },
    Bomb {
        name: "container-of-zeros",
        what: "The container of a seal is 20 MiB of zeros.",
        make: |file| seal(file, &times("00", 20 * MEBI), "[0 9 9 9]", 1),
    },
    Bomb {
        name: "container-nested",
        what: "The container of a seal is sequences in sequences, five million deep.",
        make: |file| seal(file, &times("3080", 5 * MEBI), "[0 9 9 9]", 1),
    },
    Bomb {
        name: "range",
        what: "A seal covers two million parts of the file.",
        make: |file| {
            let range = format!("[{}]", String::from_utf8(times("0 9 ", 2 * MEBI)).unwrap());
            seal(file, b"3080", &range, 1)
        },
    },
    Bomb {
        name: "seals",
        what: "5,000 seals cover a file of 50 MiB each.",
        make: |mut file| {
            file.add_stream("", &times(" ", 50 * MEBI));
            seal(file, b"3080", "[0 26214400 26214400 26214400]", 5000)
        },
    },
];

/// The stream of an attached file.
fn kept(file: &Plain, name: &str) -> u32 {
    let specification = file.find(&format!("/UF ({name})"));
    let body = String::from_utf8(file.objects[&specification].clone()).unwrap();
    body.split_once("/EF <</F ").unwrap().1.split_once(' ').unwrap().0.parse().unwrap()
}

/// The file with other data.
fn data(mut file: Plain, json: &[u8]) -> Vec<u8> {
    let id = kept(&file, "statement.json");
    file.objects.insert(id, packed("/Type /EmbeddedFile", json));
    file.bytes()
}

/// The file with another value in its data.
fn field(file: Plain, from: &str, to: &str) -> Vec<u8> {
    let json = String::from_utf8(file.content(kept(&file, "statement.json")).to_vec()).unwrap();
    assert!(json.contains(from));
    data(file, json.replacen(from, to, 1).as_bytes())
}

/// The file with its statement changed.
fn changed(file: Plain, change: impl FnOnce(&mut ags::Statement)) -> Vec<u8> {
    let mut statement: ags::Statement =
        serde_json::from_slice(file.content(kept(&file, "statement.json"))).unwrap();
    change(&mut statement);
    data(file, &serde_json::to_vec(&statement).unwrap())
}

/// The file with many issues in its data.
fn issues(file: Plain, count: usize) -> Vec<u8> {
    changed(file, |statement| {
        let one = statement.review.issues[0].clone();
        let issues = (0..count).map(|number| {
            let mut issue = one.clone();
            issue.id = format!("issue-{number}").parse().unwrap();
            issue
        });
        statement.review.issues = issues.collect();
    })
}

/// The file with a long list in its presentation.
fn presentation(mut file: Plain, begin: &str, item: &str, end: &str, count: usize) -> Vec<u8> {
    let id = kept(&file, "presentation.json");
    let list = format!("{{{begin}{}{end},", item.repeat(count));
    let content = replaced(file.content(id), b"{", list.as_bytes());
    file.objects.insert(id, packed("/Type /EmbeddedFile", &content));
    file.bytes()
}

/// The file with seals, each with a container in digits.
fn seal(mut file: Plain, container: &[u8], range: &str, count: usize) -> Vec<u8> {
    let (catalog, page) = (file.find("/Type /Catalog"), file.page(1));
    let mut fields = String::new();
    let head = format!(
        "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange {range} /Contents <"
    );
    let value = file.add([head.as_bytes(), container, b">>>"].concat());
    for number in 0..count {
        let field = file.add(format!("<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal{number}) /F 132 /P {page} 0 R /Rect [0 0 0 0] /V {value} 0 R>>"));
        write!(fields, "{field} 0 R ").unwrap();
    }
    file.extend(catalog, &format!("/AcroForm <</Fields [{fields}] /SigFlags 3>>"));
    file.bytes()
}
