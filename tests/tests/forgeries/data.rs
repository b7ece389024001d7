//! The attached data are changed, or how they are attached.

use ags::statement::{Answer, Decision};
use ags::{Presentation, Statement};
use governance_model::{Evidence, Text};

use crate::base::{Base, day, statement as working};
use crate::forgery::{Bases, Family, Forgeries, NOT_SOUND, REJECTED};
use tests::plain_pdf::Plain;

pub const FAMILY: Family = Family {
    name: "data",
    what: "the attached data are not those of the pages, or are attached otherwise",
    make,
};

fn make(bases: &Bases, out: &mut Forgeries) {
    let base = &bases.statement;
    statement(base, out);
    projection(base, out);
    presentation(base, out);
    report(&bases.agar, out);
    specifications(base, out);
    tree(base, out);
    others(bases, out);
}

/// The stream of an attached file.
fn kept(file: &Plain, name: &str) -> u32 {
    let specification = file.find(&format!("/UF ({name})"));
    let body = String::from_utf8(file.objects[&specification].clone()).unwrap();
    let number = body.split_once("/EF <</F ").unwrap().1.split_once(' ').unwrap().0;
    number.parse().unwrap()
}

/// Changes the text of an attached file.
fn edit(file: &mut Plain, name: &str, change: impl FnOnce(&str) -> Vec<u8>) {
    let id = kept(file, name);
    let text = String::from_utf8(file.content(id).to_vec()).unwrap();
    let new = change(&text);
    assert_ne!(text.as_bytes(), new, "{name} is not changed");
    file.set_content(id, &new);
}

fn statement(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(&str) -> Vec<u8>); 12] = [
        ("authority", "The data are of another authority.", |json| {
            json.replace("Example Borough", "Another Borough").into()
        }),
        ("year", "The data are of another year.", |json| json.replace("2021/22", "2020/21").into()),
        ("day", "A day in the data is another.", |json| json.replacen("2022-", "2021-", 1).into()),
        ("white-space", "The data have another space.", |json| format!(" {json}").into()),
        ("line-end", "The data end with another line end.", |json| format!("{json}\r\n").into()),
        ("escaped", "A letter of the data is escaped.", |json| {
            json.replacen("Example", "\\u0045xample", 1).into()
        }),
        ("order", "A key of the data is repeated.", |json| {
            json.replacen('{', "{\"schema\":\"statement/1\",", 1).into()
        }),
        ("key-added", "The data have a key that is not known.", |json| {
            json.replacen('{', "{\"payload\":\"x\",", 1).into()
        }),
        ("after-the-data", "Something follows the data.", |json| format!("{json}{{}}").into()),
        ("byte-order-mark", "The data begin with a byte order mark.", |json| {
            format!("\u{feff}{json}").into()
        }),
        ("utf-16", "The data are written in UTF-16.", |json| {
            json.encode_utf16().flat_map(u16::to_be_bytes).collect()
        }),
        ("empty", "The data are empty.", |_| Vec::new()),
    ];
    for (name, what, change) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| edit(file, "statement.json", change));
    }
}

/// The statement holds more than is published, and its pages are those that were issued.
fn projection(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(&mut Statement)); 10] = [
        ("answer-added", "The data have an answer to a question of the check.", |public| {
            let words = |words: &str| Text::new(words).unwrap();
            public.answers.push(Answer {
                rule: words("REG-6-1-A"),
                question: None,
                decision: Decision::Met,
                text: words("It was reviewed."),
                by: words("Monitoring Officer"),
                on: day(),
            });
        }),
        ("note-added", "The data have a working note.", |public| {
            public.notes.push(Text::new("Ask the auditor.").unwrap());
        }),
        ("evidence-added", "The data have evidence that is not printed.", |public| {
            let hidden = hidden_evidence();
            public.local_code.principles[0].evidence.push(hidden);
        }),
        ("evidence-of-the-year-added", "The data have evidence of the year that is not printed.", |public| {
            public.review.evidence.push(hidden_evidence());
        }),
        ("gap-found-added", "The data have a gap found in the local code.", |public| {
            public.found.push(working().review.gaps[0].clone());
        }),
        ("publication-added", "The data have the day of publication.", |public| {
            public.sign_off.publication = working().sign_off.publication;
        }),
        ("meeting-added", "The data have a meeting after the day on which it is presented.", |public| {
            let mut later = public.sign_off.considerations[0].clone();
            later.on = "2022-12-15".parse().unwrap();
            public.sign_off.considerations.push(later);
        }),
        ("alias-added", "The data have another name of a role.", |public| {
            public.local_code.roles[0].aliases.push(Text::new("Chief of Finance").unwrap());
        }),
        ("local-code-whole", "The data have the whole local code.", |public| {
            public.local_code = working().local_code;
        }),
        ("statement-whole", "The data are the working file of the statement.", |public| *public = working()),
    ];
    for (name, what, change) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| {
            edit(file, "statement.json", |json| {
                let mut public: Statement = serde_json::from_str(json).unwrap();
                change(&mut public);
                public.canonical_json().into()
            });
        });
    }
}

/// Evidence that no statement prints.
fn hidden_evidence() -> Evidence {
    let code = working().local_code;
    let mut hidden = code.evidence().next().unwrap().1.clone();
    hidden.id = "hidden".parse().unwrap();
    hidden
}

fn presentation(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(&str) -> Vec<u8>); 12] = [
        ("presented-later", "The statement is presented on a later day.", |json| {
            json.replacen("2022-11-30", "2022-12-01", 1).into()
        }),
        ("presented-as-draft", "The statement is presented before it was approved.", |json| {
            json.replacen("2022-11-30", "2022-05-31", 1).into()
        }),
        ("annex-asked-for", "An annex is asked for that is not printed.", |json| {
            json.replacen('{', "{\"annexes\":[\"evidence\"],", 1).into()
        }),
        ("order-of-sections", "The sections have another order.", |json| {
            json.replacen('{', "{\"sections\":[\"approval\"],", 1).into()
        }),
        ("usual-order-given", "The first section in the usual order is given.", |json| {
            json.replacen('{', "{\"sections\":[\"summary\"],", 1).into()
        }),
        ("fields-asked-for", "Fields for signatures are asked for that are not there.", |json| {
            json.replacen('{', "{\"signature_fields\":true,", 1).into()
        }),
        ("place-to-verify", "Another place to verify the statement is given.", |json| {
            json.replacen('{', "{\"house\":{\"verify_at\":\"https://example.org/\"},", 1).into()
        }),
        ("presentation-key-added", "The presentation has a key that is not known.", |json| {
            json.replacen('{', "{\"payload\":\"x\",", 1).into()
        }),
        ("presentation-default-given", "The presentation says what is so without it.", |json| {
            json.replacen('{', "{\"annexes\":[],", 1).into()
        }),
        ("presentation-spaces", "The presentation has another space.", |json| format!("{json} ").into()),
        ("presentation-cut", "The presentation ends in the middle.", |json| json[..json.len() / 2].into()),
        ("presentation-empty", "The presentation is empty.", |_| Vec::new()),
    ];
    for (name, what, change) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| edit(file, "presentation.json", change));
    }
}

/// The report of the check in the worksheet for a return.
fn report(base: &Base, out: &mut Forgeries) {
    let rows: [(_, _, fn(&str) -> Vec<u8>); 7] = [
        ("outcome", "The outcome of a rule is another.", |json| {
            json.replacen("\"outcome\": \"met\"", "\"outcome\": \"not-met\"", 1).into()
        }),
        ("count", "A count of the report is another.", |json| {
            json.replacen("\"met\": ", "\"met\": 1", 1).into()
        }),
        ("day-of-the-check", "The check was made for another day.", |json| {
            json.replacen("2022-11-30", "2022-12-01", 1).into()
        }),
        ("requirement", "The text of a rule is another.", |json| {
            json.replacen("\"requirement\": \"", "\"requirement\": \"Perhaps: ", 1).into()
        }),
        ("authority-of-the-report", "The report names another authority.", |json| {
            json.replacen("\"authority\": \"", "\"authority\": \"Not ", 1).into()
        }),
        ("spaces-in-the-report", "The report has another space.", |json| {
            json.replacen("  \"schema\"", "   \"schema\"", 1).into()
        }),
        ("report-cut", "The report ends in the middle.", |json| json[..json.len() / 2].into()),
    ];
    for (name, what, change) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| edit(file, "report.json", change));
    }
}

fn specifications(base: &Base, out: &mut Forgeries) {
    let rows = [
        (
            "description",
            "An attached file is described otherwise.",
            "/Desc (The statement",
            "/Desc (No statement",
        ),
        (
            "relationship",
            "An attached file is related otherwise.",
            "/AFRelationship /Source",
            "/AFRelationship /Unspecified",
        ),
        (
            "renamed",
            "The data have another name.",
            "/F (statement.json) /UF (statement.json)",
            "/F (old.json) /UF (old.json)",
        ),
        ("two-names", "The two names of a file differ.", "/F (statement.json)", "/F (statement.exe)"),
        ("volatile", "An attached file is said to change.", "/AFRelationship", "/V true /AFRelationship"),
        ("address", "An attached file is at an address.", "/Type /Filespec", "/Type /Filespec /FS /URL"),
        (
            "identifier",
            "An attached file has an identifier.",
            "/Type /Filespec",
            "/Type /Filespec /ID [(a) (b)]",
        ),
        (
            "related-files",
            "An attached file has related files.",
            "/Type /Filespec",
            "/Type /Filespec /RF <</F []>>",
        ),
        (
            "thumbnail",
            "An attached file has a picture.",
            "/Type /Filespec",
            "/Type /Filespec /Thumb null /CI <</Type /CollectionItem /a (payload)>>",
        ),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.replace(file.find("/UF (statement.json)"), from, to);
        });
    }
    out.written(
        base,
        ("two-files", "The two keys of an attached file lead to two files."),
        NOT_SOUND,
        |file| {
            let id = kept(file, "statement.json");
            let copy = replaced_text(file, id);
            let specification = file.find("/UF (statement.json)");
            file.replace(specification, &format!("/EF <</F {id} 0 R"), format!("/EF <</F {copy} 0 R"));
        },
    );
    let rows = [
        (
            "media-type",
            "An attached file has another media type.",
            "/Subtype /application#2Fjson",
            "/Subtype /text#2Fplain",
        ),
        ("size", "The size of an attached file is another.", "/Params <</Size ", "/Params <</Size 9"),
        ("checksum", "The checksum of an attached file is another.", "/CheckSum <", "/CheckSum <00"),
        (
            "day-of-the-file",
            "The day of an attached file is another.",
            "/ModDate (D:2022",
            "/ModDate (D:2021",
        ),
        (
            "creation",
            "An attached file has a day on which it was made.",
            "/Params <<",
            "/Params <</CreationDate (D:20010101) ",
        ),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), NOT_SOUND, |file| {
            file.replace(kept(file, "statement.json"), from, to);
        });
    }
}

/// A copy of an attached file with other words.
fn replaced_text(file: &mut Plain, id: u32) -> u32 {
    let copy = file.add(file.objects[&id].clone());
    file.rewrite(copy, "Example Borough", "Another Borough");
    copy
}

fn tree(base: &Base, out: &mut Forgeries) {
    let names = "/Names [(presentation.json)";
    let rows = [
        ("key", "The tree has another name for a file than the file.", "(statement.json)", "(statement.txt)"),
        ("not-sorted", "The tree is not sorted.", "(presentation.json)", "(zzz.json)"),
        ("limits", "The root of the tree has limits.", "<</Names", "<</Limits [(a) (z)] /Names"),
        ("odd", "The list of names has an odd length.", "/Names [", "/Names [(a) "),
    ];
    for (name, what, from, to) in rows {
        out.written(base, (name, what), REJECTED, |file| file.replace(file.find(names), from, to));
    }
    out.written(
        base,
        ("name-twice", "The tree has a name twice, the second time for other data."),
        REJECTED,
        |file| {
            let specification = other_specification(file);
            let tree = file.find(names);
            file.replace(tree, " ] >>", format!(" (statement.json) {specification} 0 R ] >>"));
        },
    );
    out.written(
        base,
        ("other-in-tree", "The tree leads to other data than the list of associated files."),
        NOT_SOUND,
        |file| {
            let specification = other_specification(file);
            let tree = file.find(names);
            let known = file.find("/UF (statement.json)");
            file.replace(
                tree,
                &format!("(statement.json) {known} 0 R"),
                format!("(statement.json) {specification} 0 R"),
            );
        },
    );
    out.written(
        base,
        ("other-in-list", "The list of associated files leads to other data than the tree."),
        NOT_SOUND,
        |file| {
            let specification = other_specification(file);
            let known = file.find("/UF (statement.json)");
            file.replace(
                file.find("/Type /Catalog"),
                &format!("/AF [{known} 0 R"),
                format!("/AF [{specification} 0 R"),
            );
        },
    );
    out.written(
        base,
        ("not-in-tree", "The data are in the list of associated files only."),
        NOT_SOUND,
        |file| {
            let known = file.find("/UF (statement.json)");
            file.replace(file.find(names), &format!("(statement.json) {known} 0 R"), "");
        },
    );
    out.written(base, ("not-in-list", "The data are in the tree only."), NOT_SOUND, |file| {
        file.replace(file.find("/Type /Catalog"), "/AF [", "/Other [");
    });
    out.written(base, ("no-files", "No file is attached."), NOT_SOUND, |file| {
        file.replace(file.find("/Type /Catalog"), "/AF [", "/Other [");
        file.replace(file.find("/Type /Catalog"), "/Names <<", "/Others <<");
    });
    out.written(base, ("file-added", "A file is attached."), NOT_SOUND, |file| {
        let kept = file.add_stream("/Type /EmbeddedFile", b"MZ");
        let specification =
            file.add(format!("<</Type /Filespec /F (a.exe) /UF (a.exe) /EF <</F {kept} 0 R>> >>"));
        file.replace(file.find(names), "/Names [", format!("/Names [(a.exe) {specification} 0 R "));
    });
    out.written(
        base,
        ("file-in-kids", "A file is attached in a branch of the tree that has names too."),
        REJECTED,
        |file| {
            let kept = file.add_stream("/Type /EmbeddedFile", b"MZ");
            let specification =
                file.add(format!("<</Type /Filespec /F (a.exe) /UF (a.exe) /EF <</F {kept} 0 R>> >>"));
            let kid = file.add(format!("<</Limits [(a.exe) (a.exe)] /Names [(a.exe) {specification} 0 R]>>"));
            file.extend(file.find(names), &format!("/Kids [{kid} 0 R]"));
        },
    );
    out.written(
        base,
        ("file-added-to-list", "A file is associated and not in the tree."),
        NOT_SOUND,
        |file| {
            let kept = file.add_stream("/Type /EmbeddedFile", b"MZ");
            let specification =
                file.add(format!("<</Type /Filespec /F (a.exe) /UF (a.exe) /EF <</F {kept} 0 R>> >>"));
            file.replace(file.find("/Type /Catalog"), "/AF [", format!("/AF [{specification} 0 R "));
        },
    );
}

/// A second file `statement.json` with other words.
fn other_specification(file: &mut Plain) -> u32 {
    let id = kept(file, "statement.json");
    let copy = replaced_text(file, id);
    let specification = file.find("/UF (statement.json)");
    let body = String::from_utf8(file.objects[&specification].clone()).unwrap();
    file.add(body.replace(&format!("{id} 0 R"), &format!("{copy} 0 R")))
}

fn others(bases: &Bases, out: &mut Forgeries) {
    let Bases { statement, house_style, agar, leicestershire } = bases;
    out.written(
        statement,
        ("statement-of-another", "The data are the whole statement of another authority."),
        NOT_SOUND,
        |file| {
            let plain = leicestershire.plain();
            let other = plain.content(kept(&plain, "statement.json")).to_vec();
            edit(file, "statement.json", |_| other);
        },
    );
    out.written(
        statement,
        ("presentation-of-another", "The statement is presented as in another file."),
        NOT_SOUND,
        |file| {
            let plain = house_style.plain();
            let other = plain.content(kept(&plain, "presentation.json")).to_vec();
            edit(file, "presentation.json", |_| other);
        },
    );
    out.written(statement, ("report-added", "A report is attached to a statement."), NOT_SOUND, |file| {
        let plain = agar.plain();
        let other = plain.content(kept(&plain, "report.json")).to_vec();
        let kept = file.add_stream("/Type /EmbeddedFile", &other);
        let named = file
            .add(format!("<</Type /Filespec /F (report.json) /UF (report.json) /EF <</F {kept} 0 R>> >>"));
        let statement = format!("(statement.json) {} 0 R", file.find("/UF (statement.json)"));
        file.replace(
            file.find("/Names [(presentation.json)"),
            &statement,
            format!("(report.json) {named} 0 R {statement}"),
        );
    });
    out.written(
        statement,
        ("house-style-added", "A house style is attached to a file that has none."),
        NOT_SOUND,
        |file| {
            let kept = file.add_stream("/Type /EmbeddedFile", b"{\"schema\":\"house-style/1\"}");
            let named = file.add(format!(
                "<</Type /Filespec /F (house-style.json) /UF (house-style.json) /EF <</F {kept} 0 R>> >>"
            ));
            file.replace(
                file.find("/Names [(presentation.json)"),
                "/Names [",
                format!("/Names [(house-style.json) {named} 0 R "),
            );
        },
    );
    out.written(statement, ("return-added", "A return is attached to a statement."), NOT_SOUND, |file| {
        let plain = agar.plain();
        let other = plain.content(kept(&plain, "return.json")).to_vec();
        let kept = file.add_stream("/Type /EmbeddedFile", &other);
        let named = file
            .add(format!("<</Type /Filespec /F (return.json) /UF (return.json) /EF <</F {kept} 0 R>> >>"));
        let statement = format!("(statement.json) {} 0 R", file.find("/UF (statement.json)"));
        file.replace(
            file.find("/Names [(presentation.json)"),
            &statement,
            format!("(return.json) {named} 0 R {statement}"),
        );
    });
    out.written(house_style, ("house-style", "The name in a house style is another."), NOT_SOUND, |file| {
        edit(file, "presentation.json", |json| json.replace("Cyngor", "Council of").into());
    });
    out.written(
        house_style,
        ("house-style-removed", "The presentation has no house style any more."),
        NOT_SOUND,
        |file| {
            edit(file, "presentation.json", |_| {
                ags::canonical::json(&Presentation::new(day())).unwrap().into()
            });
        },
    );
    out.written(
        agar,
        ("return-answer", "An answer in the data of a return is another."),
        NOT_SOUND,
        |file| {
            edit(file, "return.json", |json| json.replacen("yes", "no", 1).into());
        },
    );
    out.written(
        leicestershire,
        ("leicestershire-words", "The data of Leicestershire name another county."),
        NOT_SOUND,
        |file| {
            edit(file, "statement.json", |json| json.replace("Leicestershire", "Lincolnshire").into());
        },
    );
}
