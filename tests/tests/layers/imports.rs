//! Which module imports which item from which other module of its crate.

use std::collections::BTreeSet;

use crate::source::{Crate, Module};

/// More steps than any chain of re-exports has; what takes more leads round in a circle of its own.
const MOST_STEPS: usize = 32;

/// An import: the importing module, the module that defines the item, and the item.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    pub by: usize,
    pub from: usize,
    pub item: String,
}

/// What a path leads to.
enum Found {
    Module(usize),
    /// An item, and the module that defines it.
    Item(usize, String),
    /// Something of another crate.
    Elsewhere,
}

/// Every import of a crate between its modules. An item that is re-exported counts as imported from the module that
/// defines it.
pub fn imports(of: &Crate) -> BTreeSet<Import> {
    let mut imports = BTreeSet::new();
    for (by, module) in of.modules.iter().enumerate() {
        let mut add = |found: Option<Found>| {
            let (from, item) = match found {
                Some(Found::Module(from)) => (from, "self".to_owned()),
                Some(Found::Item(from, item)) => (from, item),
                Some(Found::Elsewhere) | None => return,
            };
            if from != by {
                imports.insert(Import { by, from, item });
            }
        };
        for path in module.imported.values().flatten() {
            add(of.path(by, path, MOST_STEPS));
        }
        for path in &module.handed_on {
            add(of.path(by, path, MOST_STEPS));
        }
        for path in &module.mentions {
            // A name alone is no module: it may be a variable that is called like one.
            add(of
                .path(by, path, MOST_STEPS)
                .filter(|found| path.len() > 1 || !matches!(found, Found::Module(_))));
        }
    }
    imports
}

impl Crate {
    /// What a path in a module leads to; nothing where it does not begin in this crate.
    fn path(&self, module: usize, path: &[String], steps: usize) -> Option<Found> {
        let mut start = None;
        let mut rest = path;
        while let [first, after @ ..] = rest {
            start = match first.as_str() {
                "crate" => Some(0),
                "self" => start.or(Some(module)),
                "super" => self.modules[start.unwrap_or(module)].parent,
                _ => break,
            };
            rest = after;
        }
        match start {
            // A name that is not found is still one of this module: a macro may define it.
            Some(start) => {
                self.inside(start, rest, steps).or_else(|| Some(Found::Item(start, rest.concat())))
            }
            None => self.inside(module, rest, steps),
        }
    }

    /// What a path leads to that begins with a name of a module.
    fn inside(&self, number: usize, path: &[String], steps: usize) -> Option<Found> {
        let steps = steps.checked_sub(1)?;
        let Module { children, items, in_macros, imported, globs, handed_on, .. } = &self.modules[number];
        let [name, rest @ ..] = path else { return Some(Found::Module(number)) };
        match children.get(name) {
            Some(child) if !rest.is_empty() || !items.contains(name) && !imported.contains_key(name) => {
                let missing = || Some(Found::Item(*child, rest.first().cloned().unwrap_or_default()));
                return self.inside(*child, rest, steps).or_else(missing);
            }
            _ => {}
        }
        if items.contains(name) {
            return Some(Found::Item(number, name.clone()));
        }
        if let Some(paths) = imported.get(name) {
            let found =
                paths.iter().find_map(|path| self.path(number, &[path.as_slice(), rest].concat(), steps));
            return found.or(Some(Found::Elsewhere));
        }
        if in_macros.contains(name) {
            return Some(Found::Item(number, name.clone()));
        }
        let mut elsewhere = None;
        for glob in globs.iter().chain(handed_on) {
            match self.path(number, glob, steps) {
                Some(Found::Module(from)) if from != number => {
                    let found = self.inside(from, path, steps);
                    if found.is_some() {
                        return found;
                    }
                }
                Some(_) => {}
                None => elsewhere = Some(Found::Elsewhere),
            }
        }
        elsewhere
    }
}
