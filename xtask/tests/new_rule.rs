//! `cargo xtask new-rule` on a copy of the files it changes: every file it writes can be read, and says what it should.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test panics when something is wrong")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use toml_edit::{DocumentMut, Item, TableLike};

const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What the task reads and changes.
const PARTS: [&str; 4] = ["CHANGELOG.md", "crates/ags-law", "crates/ags-rules/src", "fixtures/cases"];

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
        return;
    }
    for entry in from.read_dir().unwrap() {
        let name = entry.unwrap().file_name();
        copy(&from.join(&name), &to.join(name));
    }
}

/// A copy of the repository, as far as the task reads it.
fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    for part in PARTS {
        copy(&Path::new(REPOSITORY).join(part), &folder.path().join(part));
    }
    folder
}

fn new_rule(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("--root").arg(root).arg("new-rule").args(arguments).output().unwrap()
}

fn added(root: &Path, arguments: &[&str]) {
    let output = new_rule(root, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The error of a call that must fail and change nothing.
fn refused(root: &Path, arguments: &[&str]) -> String {
    let before = content(root);
    let output = new_rule(root, arguments);
    assert!(!output.status.success() && content(root) == before, "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Every file below a folder, with its content.
fn content(folder: &Path) -> BTreeSet<(String, Vec<u8>)> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                content(&path)
            } else {
                BTreeSet::from([(path.display().to_string(), fs::read(&path).unwrap())])
            }
        })
        .collect()
}

fn read(root: &Path, file: &str) -> String {
    fs::read_to_string(root.join(file)).unwrap()
}

fn rust(root: &Path, file: &str) -> syn::File {
    syn::parse_file(&read(root, file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn toml(root: &Path, file: &str) -> DocumentMut {
    read(root, file).parse().unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The fields of the struct `Rule`.
fn fields_of_the_type(root: &Path) -> BTreeSet<String> {
    let items = rust(root, "crates/ags-rules/src/rule.rs").items;
    let mut structs = items.into_iter().filter_map(|item| match item {
        syn::Item::Struct(item) if item.ident == "Rule" => Some(item.fields),
        _ => None,
    });
    structs.next().unwrap().into_iter().map(|field| field.ident.unwrap().to_string()).collect()
}

/// The fields of the constant `RULE` in a file.
fn fields_of_the_rule(root: &Path, file: &str) -> BTreeSet<String> {
    let mut constants = rust(root, file).items.into_iter().filter_map(|item| match item {
        syn::Item::Const(item) if item.ident == "RULE" => Some(*item.expr),
        _ => None,
    });
    let Some(syn::Expr::Struct(rule)) = constants.next() else { panic!("{file} has no rule") };
    let named = rule.fields.into_iter().filter_map(|field| match field.member {
        syn::Member::Named(name) => Some(name.to_string()),
        syn::Member::Unnamed(_) => None,
    });
    named.collect()
}

/// The modules of a family and the paths in its list of rules, in their order.
fn registered(root: &Path, family: &str) -> (Vec<String>, Vec<String>) {
    let (mut modules, mut entries) = (Vec::new(), Vec::new());
    for item in rust(root, &format!("crates/ags-rules/src/rules/{family}.rs")).items {
        match item {
            syn::Item::Mod(item) if matches!(item.vis, syn::Visibility::Public(_)) => {
                modules.push(item.ident.to_string());
            }
            syn::Item::Static(item) if item.ident == "RULES" => {
                let syn::Expr::Reference(list) = *item.expr else {
                    panic!("{family}: RULES is no reference")
                };
                let syn::Expr::Array(list) = *list.expr else { panic!("{family}: RULES is no list") };
                entries.extend(list.elems.into_iter().filter_map(|entry| match entry {
                    syn::Expr::Path(path) => Some(path.path.segments[0].ident.to_string()),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    (modules, entries)
}

/// The duties that a rule covers, each with its instrument.
fn duties(root: &Path, code: &str) -> Vec<String> {
    let matrix = toml(root, "crates/ags-law/law/duties.toml");
    let covers = |duty: &dyn TableLike| {
        let codes = duty.get("owner").and_then(|owner| owner.get("rule")).and_then(Item::as_array);
        codes.is_some_and(|codes| codes.iter().any(|one| one.as_str() == Some(code)))
    };
    let instruments = matrix["instrument"].as_array_of_tables().unwrap().iter();
    let covered = instruments.flat_map(|instrument| {
        let duties = instrument["duty"].as_array_of_tables().unwrap().iter().filter(|duty| covers(*duty));
        duties.map(|_| instrument["name"].as_str().unwrap().to_owned())
    });
    covered.collect()
}

#[test]
fn every_family_takes_a_rule_and_every_file_can_still_be_read() {
    let folder = repository();
    let root = folder.path();
    let fields = fields_of_the_type(root);
    let families = [
        ("add25", "addendum (May 2025)"),
        ("agar", "Accounts and Audit Regulations 2015"),
        ("ags", ""),
        ("code", ""),
        ("fw16", "Framework (2016 Edition)"),
        ("ni", "Northern Ireland"),
        ("qa", "Good practice"),
        ("reg", "Accounts and Audit Regulations 2015"),
        ("rel", ""),
        ("sco", "Scotland"),
        ("sig", ""),
        ("waiver", "rules on waivers"),
        ("wal", "Wales"),
    ];
    for (family, instrument) in families {
        let code = format!("{}-A-NEW-1", family.to_uppercase());
        let module = format!("{family}_a_new_1");
        let (modules, entries) = registered(root, family);
        added(root, &[&code, "--title", "No report on the example"]);

        let file = format!("crates/ags-rules/src/rules/{family}/{module}.rs");
        assert_eq!(fields_of_the_rule(root, &file), fields, "{file}");
        assert!(read(root, &file).starts_with(&format!("//! {code}: No report on the example.\n")), "{file}");
        let (mut modules_now, mut entries_now) = registered(root, family);
        assert_eq!(entries_now.pop().as_ref(), Some(&module), "{family}");
        modules_now.retain(|other| *other != module);
        assert_eq!((modules_now, entries_now), (modules, entries), "{family}");

        let covered = duties(root, &code);
        assert!(covered.len() == 1 && covered[0].contains(instrument), "{code}: {covered:?}");
        let cases = toml(root, &format!("fixtures/cases/{family}/{code}.toml"));
        assert_eq!(cases["rule"].as_str(), Some(code.as_str()));
        let expected: Vec<_> =
            cases["case"].as_array_of_tables().unwrap().iter().map(|case| case["expect"].as_str()).collect();
        assert_eq!(expected, [Some("met"), Some("not-met")]);
        let changelog = read(root, "CHANGELOG.md");
        let law = changelog.split("\n### ").find(|section| section.starts_with("Law\n")).unwrap();
        assert!(law.contains(&format!("`{code}`, no report on the example.")), "{law}");
    }
}

/// Only lines are added to the files that exist.
#[test]
fn nothing_else_is_changed() {
    let folder = repository();
    let root = folder.path();
    added(root, &["REG-8A"]);
    for file in ["CHANGELOG.md", "crates/ags-law/law/duties.toml", "crates/ags-rules/src/rules/reg.rs"] {
        let (before, now) = (read(Path::new(REPOSITORY), file), read(root, file));
        let mut now = now.lines();
        assert!(before.lines().all(|line| now.any(|other| other == line)), "{file}");
    }
}

#[test]
fn the_subject_can_be_given() {
    let folder = repository();
    added(folder.path(), &["REL-NEW", "--subject", "local-code"]);
    let rule = read(folder.path(), "crates/ags-rules/src/rules/rel/rel_new.rs");
    assert!(rule.contains("Check::LocalCode(check)") && rule.contains("&LocalCodeContext<'_>"), "{rule}");
}

#[test]
fn what_cannot_be_added_is_refused_and_nothing_is_written() {
    let folder = repository();
    let root = folder.path();
    assert!(refused(root, &["reg-8a"]).contains("\"reg-8a\" is not a code"));
    assert!(refused(root, &["ZZZ-1"]).contains("rules/zzz.rs does not exist"));
    assert!(refused(root, &["REG-8"]).contains("rules/reg/reg_8.rs exists already"));
    fs::write(root.join("CHANGELOG.md"), "# Changelog\n").unwrap();
    assert!(refused(root, &["REG-8A"]).contains("CHANGELOG.md: expected `## Unreleased`"));
}
