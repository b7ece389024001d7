//! The source of one crate as a tree of modules, with the names that each one defines, imports and uses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, ItemMod, ItemUse, Lit, Meta, TraitItem, UseTree, Visibility};

/// The segments of a path.
pub type Names = Vec<String>;

/// The modules of a crate; the first one is its root.
#[derive(Default)]
pub struct Crate {
    pub modules: Vec<Module>,
}

/// A module, in a file of its own or inside another.
#[derive(Default)]
pub struct Module {
    pub file: PathBuf,
    pub parent: Option<usize>,
    /// The name of the top-level module that it is or is in; empty for the root.
    pub top: String,
    pub children: BTreeMap<String, usize>,
    /// The names of the items defined here.
    pub items: BTreeSet<String>,
    /// The names in the calls of macros between the items, any of which may be an item that the macro defines.
    pub in_macros: BTreeSet<String>,
    /// Each name that a `use` brings in, with the paths that it may mean.
    pub imported: BTreeMap<String, Vec<Names>>,
    /// The paths from which a `use` brings in every name.
    pub globs: Vec<Names>,
    /// The same, for those which a `pub use` hands on.
    pub handed_on: Vec<Names>,
    /// Every other path.
    pub mentions: BTreeSet<Names>,
}

impl Crate {
    /// Reads a crate from its root file. Items that are compiled only for tests are left out.
    pub fn read(root: &Path) -> Self {
        let mut found = Self::default();
        let folder = root.parent().unwrap().to_owned();
        found.file(root, &folder, None, String::new());
        found
    }

    /// Reads a file as a module whose children lie in a folder; the number of the module.
    fn file(&mut self, file: &Path, folder: &Path, parent: Option<usize>, top: String) -> usize {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.module(file, folder, parent, top, &parsed.items)
    }

    fn module(
        &mut self,
        file: &Path,
        folder: &Path,
        parent: Option<usize>,
        top: String,
        items: &[Item],
    ) -> usize {
        let module = Module { file: file.to_owned(), parent, top, ..Module::default() };
        let number = self.modules.len();
        self.modules.push(module);
        let mut reader = Reader { module: &mut self.modules[number], children: Vec::new() };
        for item in items {
            reader.module.items.extend(name(item));
            if let Item::Macro(call) = item {
                add_names(&call.mac.tokens, &mut reader.module.in_macros);
            }
            reader.visit_item(item);
        }
        for child in reader.children {
            let name = child.ident.to_string();
            let top = if parent.is_none() { name.clone() } else { self.modules[number].top.clone() };
            let inside = folder.join(&name);
            let read = match (&child.content, path_attribute(&child.attrs)) {
                (Some((_, items)), _) => self.module(file, &inside, Some(number), top, items),
                (None, Some(path)) => {
                    let file = file.parent().unwrap().join(path);
                    let folder = file.parent().unwrap().to_owned();
                    self.file(&file, &folder, Some(number), top)
                }
                (None, None) => {
                    let own_file = folder.join(format!("{name}.rs"));
                    let file = if own_file.exists() { own_file } else { inside.join("mod.rs") };
                    self.file(&file, &inside, Some(number), top)
                }
            };
            self.modules[number].children.insert(name, read);
        }
        number
    }
}

/// Collects the names of one module; its children are only listed.
struct Reader<'a> {
    module: &'a mut Module,
    children: Vec<ItemMod>,
}

impl Visit<'_> for Reader<'_> {
    fn visit_item(&mut self, item: &Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &ImplItem) {
        let attributes = match item {
            ImplItem::Const(item) => &item.attrs,
            ImplItem::Fn(item) => &item.attrs,
            ImplItem::Type(item) => &item.attrs,
            ImplItem::Macro(item) => &item.attrs,
            _ => return,
        };
        if !is_test(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_trait_item(&mut self, item: &TraitItem) {
        if !matches!(item, TraitItem::Fn(item) if is_test(&item.attrs)) {
            visit::visit_trait_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &ItemMod) {
        self.children.push(item.clone());
    }

    fn visit_item_use(&mut self, item: &ItemUse) {
        if item.leading_colon.is_none() {
            let handed_on = !matches!(item.vis, Visibility::Inherited);
            self.import(&item.tree, &mut Vec::new(), handed_on);
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.module.mentions.insert(names);
        }
        visit::visit_path(self, path);
    }

    /// `pub(in crate::a)` imports nothing.
    fn visit_visibility(&mut self, _: &Visibility) {}

    fn visit_macro(&mut self, invocation: &syn::Macro) {
        self.visit_path(&invocation.path);
        self.tokens(&invocation.tokens);
    }

    /// The paths that serde is given as text, as in `#[serde(with = "super::day")]`.
    fn visit_attribute(&mut self, attribute: &Attribute) {
        let Meta::List(list) = &attribute.meta else { return };
        if list.path.is_ident("serde") || list.path.is_ident("schemars") {
            for token in list.tokens.clone() {
                let TokenTree::Literal(literal) = token else { continue };
                if let Lit::Str(text) = Lit::new(literal)
                    && let Ok(path) = text.parse::<syn::Path>()
                {
                    self.visit_path(&path);
                }
            }
        }
    }
}

impl Reader<'_> {
    fn import(&mut self, tree: &UseTree, before: &mut Names, handed_on: bool) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(&path.tree, before, handed_on);
                before.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, handed_on);
                }
            }
            UseTree::Name(name) => self.name(&name.ident, None, before),
            UseTree::Rename(rename) => self.name(&rename.ident, Some(&rename.rename), before),
            UseTree::Glob(_) if handed_on => self.module.handed_on.push(before.clone()),
            UseTree::Glob(_) => self.module.globs.push(before.clone()),
        }
    }

    fn name(&mut self, name: &syn::Ident, renamed: Option<&syn::Ident>, before: &Names) {
        let mut path = before.clone();
        if name != "self" {
            path.push(name.to_string());
        }
        let known_as = renamed.map(ToString::to_string).or_else(|| path.last().cloned());
        self.module.imported.entry(known_as.unwrap_or_default()).or_default().push(path);
    }

    /// The paths in the arguments of a macro, which are not parsed: names with `::` between them.
    fn tokens(&mut self, tokens: &TokenStream) {
        let mut path = Names::new();
        let mut colons = 0;
        for token in tokens.clone() {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.mention(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                other => {
                    self.mention(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(&group.stream());
                    }
                }
            }
        }
        self.mention(&mut path);
    }

    fn mention(&mut self, path: &mut Names) {
        if !path.is_empty() {
            self.module.mentions.insert(std::mem::take(path));
        }
    }
}

fn add_names(tokens: &TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(name) => drop(names.insert(name.to_string())),
            TokenTree::Group(group) => add_names(&group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether an item is compiled only for tests.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("cfg") => list.tokens.to_string() == "test",
        _ => false,
    })
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}

fn name(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    (!is_test(attributes(item))).then(|| name.to_string())
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
