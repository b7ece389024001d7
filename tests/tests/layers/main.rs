//! Who may depend on whom: the order of the crates, and no circles of imports inside one.

mod imports;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use imports::imports;
use source::Crate;

/// Each crate with the crates of the workspace that it may depend on; every one of those is in a row above, so that
/// there can be no circle.
const MAY_DEPEND_ON: [(&str, &[&str]); 18] = [
    ("governance-model", &[]),
    ("ags-document", &["governance-model"]),
    ("ags-statement", &["governance-model"]),
    ("ags-law", &["governance-model", "ags-statement"]),
    ("ags-report", &["governance-model", "ags-statement", "ags-law"]),
    ("ags-compose", &["governance-model", "ags-document", "ags-statement", "ags-law", "ags-report"]),
    ("ags-rules", &["governance-model", "ags-statement", "ags-law", "ags-report", "ags-compose"]),
    ("ags-working-papers", &["governance-model", "ags-document", "ags-statement", "ags-law", "ags-report"]),
    ("ags-formats", &["governance-model", "ags-statement", "ags-law", "ags-report", "ags-rules"]),
    (
        "ags",
        &[
            "governance-model",
            "ags-document",
            "ags-statement",
            "ags-law",
            "ags-report",
            "ags-rules",
            "ags-compose",
            "ags-working-papers",
            "ags-formats",
        ],
    ),
    ("extract", &["governance-model"]),
    ("render-docx", &["governance-model", "ags-document"]),
    ("render-html", &["governance-model", "ags-document"]),
    ("render-markdown", &["governance-model", "ags-document"]),
    ("render-pdf", &["governance-model", "ags-document"]),
    ("verify", &["governance-model", "ags", "render-pdf"]),
    (
        "ags-facade",
        &["governance-model", "ags", "render-docx", "render-html", "render-markdown", "render-pdf", "verify"],
    ),
    ("ags-cli", &["governance-model", "ags", "ags-facade"]),
];

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn manifest(package: &Path) -> toml::Table {
    fs::read_to_string(package.join("Cargo.toml")).unwrap().parse().unwrap()
}

/// The folders and files in a folder, sorted; none where there is no such folder.
fn entries(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

fn crates() -> BTreeSet<PathBuf> {
    entries(&workspace().join("crates"))
}

fn folder_name(package: &Path) -> String {
    package.file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn each_crate_depends_only_on_those_it_may() {
    let workspace = manifest(&workspace());
    let path =
        |dependency: &str| workspace["workspace"]["dependencies"].get(dependency)?.get("path")?.as_str();
    let mut above = BTreeSet::new();
    let mut violations = Vec::new();
    for (name, allowed) in MAY_DEPEND_ON {
        let below = allowed.iter().filter(|one| !above.contains(*one));
        violations.extend(
            below.map(|one| format!("the table allows {name} to depend on {one}, which is below it")),
        );
        above.insert(name);
    }
    for package in crates() {
        let name = folder_name(&package);
        let Some((_, allowed)) = MAY_DEPEND_ON.iter().find(|(known, _)| *known == name) else {
            violations.push(format!("crates/{name} is not in the table"));
            continue;
        };
        let manifest = manifest(&package);
        let sections = ["dependencies", "build-dependencies"]
            .into_iter()
            .filter_map(|key| manifest.get(key)?.as_table());
        for dependency in sections.flat_map(toml::Table::keys) {
            let ours = path(dependency).map(|path| folder_name(Path::new(path)));
            if let Some(ours) = ours.filter(|ours| !allowed.contains(&ours.as_str())) {
                violations.push(format!("crates/{name} depends on crates/{ours} and may not"));
            }
        }
    }
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn no_crate_has_more_than_a_third_of_the_lines() {
    let lines: BTreeMap<String, usize> = crates().iter().map(|one| (folder_name(one), lines(one))).collect();
    let all: usize = lines.values().sum();
    for (name, lines) in lines {
        assert!(lines * 3 <= all, "crates/{name} has {lines} of {all} lines");
    }
}

/// How many lines of Rust there are in a folder.
fn lines(folder: &Path) -> usize {
    let count = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => lines(&path),
        Some(extension) if extension == "rs" => fs::read_to_string(path).unwrap().lines().count(),
        _ => 0,
    };
    entries(folder).into_iter().map(count).sum()
}

#[test]
fn an_import_is_one_from_the_file_that_defines_the_item() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("lib.rs", "mod a;\nmod b;\npub use b::Thing;\nuse chrono::NaiveDate;\n"),
        ("a.rs", "use super::{NaiveDate, Thing};\npub const NAME: &str = \"\";\n"),
        (
            "b.rs",
            "pub struct Thing;\nfn f() { println!(\"{}\", super::a::NAME) }\n#[cfg(test)]\nuse crate::X;\n",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let read = Crate::read(&folder.path().join("lib.rs"));
    let name = |module: usize| read.modules[module].file.file_stem().unwrap().to_str().unwrap();
    let found: BTreeSet<_> = imports(&read)
        .iter()
        .map(|it| format!("{} <- {} of {}", name(it.by), it.item, name(it.from)))
        .collect();
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["a <- Thing of b", "b <- NAME of a", "lib <- Thing of b"]);
}

#[test]
fn nothing_imports_in_a_circle() {
    let mut violations = String::new();
    let packages = ["benches", "examples", "tests"].map(|name| workspace().join(name));
    for package in crates().into_iter().chain(packages) {
        let mut found = Circles::default();
        for root in roots(&package) {
            found.add(&Crate::read(&root));
        }
        violations += &found.described;
    }
    assert!(violations.is_empty(), "{violations}");
}

/// The root files of a package's library, programs, benches, examples and tests.
fn roots(package: &Path) -> BTreeSet<PathBuf> {
    let manifest = manifest(package);
    let targets = ["lib", "bin", "bench", "example"].into_iter().filter_map(|kind| manifest.get(kind));
    let targets =
        targets.flat_map(|target| target.as_array().map_or_else(|| vec![target], |all| all.iter().collect()));
    let mut roots: BTreeSet<PathBuf> =
        targets.filter_map(|target| Some(package.join(target.get("path")?.as_str()?))).collect();
    roots.extend(
        ["src/lib.rs", "src/main.rs"].map(|file| package.join(file)).into_iter().filter(|file| file.exists()),
    );
    for entry in entries(&package.join("tests")) {
        let root = if entry.is_dir() { entry.join("main.rs") } else { entry };
        roots
            .extend(Some(root).filter(|root| root.exists() && root.extension().is_some_and(|it| it == "rs")));
    }
    roots
}

/// The circles of imports of a package, in words.
#[derive(Default)]
struct Circles {
    /// How many files, or where no files do, top-level modules lie in a circle.
    files: usize,
    described: String,
}

/// What is imported, in words, by who imports it and from whom.
type Edges = BTreeMap<(String, String), BTreeSet<String>>;

impl Circles {
    fn add(&mut self, of: &Crate) {
        let (mut between_files, mut between_modules) = (Edges::new(), Edges::new());
        let root = relative(&of.modules[0].file);
        for import in imports(of) {
            let (by, from) = (&of.modules[import.by], &of.modules[import.from]);
            let (by_file, from_file) = (relative(&by.file), relative(&from.file));
            let top =
                |name: &str| if name.is_empty() { root.clone() } else { format!("{root}, module {name}") };
            let words = format!("  {by_file} imports {} from {from_file}", import.item);
            for (edges, by, from) in [
                (&mut between_files, by_file, from_file),
                (&mut between_modules, top(&by.top), top(&from.top)),
            ] {
                if by != from {
                    edges.entry((by, from)).or_default().insert(words.clone());
                }
            }
        }
        let files = circles(&between_files);
        for circle in &files {
            self.files += circle.len();
            self.describe("files", circle, &between_files);
        }
        // Modules can go in a circle where no files do, through different files; where files do, they are named above.
        for circle in circles(&between_modules).into_iter().filter(|_| files.is_empty()) {
            self.files += circle.len();
            self.describe("top-level modules", &circle, &between_modules);
        }
    }

    fn describe(&mut self, what: &str, circle: &BTreeSet<&str>, edges: &Edges) {
        let inside =
            |by: &String, from: &String| circle.contains(by.as_str()) && circle.contains(from.as_str());
        let edges = edges.iter().filter(|((by, from), _)| inside(by, from));
        let lines: BTreeSet<&str> = edges.flat_map(|(_, words)| words).map(String::as_str).collect();
        let lines: Vec<&str> = lines.into_iter().collect();
        writeln!(
            self.described,
            "{} {what} import each other in a circle:\n{}",
            circle.len(),
            lines.join("\n")
        )
        .unwrap();
    }
}

/// The sets of nodes which can each be reached from each other, two and more together.
fn circles(edges: &Edges) -> Vec<BTreeSet<&str>> {
    let graph: DiGraphMap<&str, ()> = edges.keys().map(|(by, from)| (by.as_str(), from.as_str())).collect();
    let sets = tarjan_scc(&graph).into_iter().filter(|set| set.len() > 1);
    let mut sets: Vec<BTreeSet<&str>> = sets.map(|set| set.into_iter().collect()).collect();
    sets.sort();
    sets
}

fn relative(file: &Path) -> String {
    file.strip_prefix(workspace()).unwrap().to_str().unwrap().replace('\\', "/")
}
