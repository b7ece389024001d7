//! A forgery, and how a family of them is listed.

use lopdf::Document;

use crate::base::Base;
use crate::verdict::Verdict::{self, NotSound, Refused, SavedAgain, WordsAgree};
use tests::plain_pdf::Plain;

/// It is read, and something differs.
pub const NOT_SOUND: &[Verdict] = &[NotSound];
/// It breaks the rules of the format: how far it is read before it is refused is not promised.
pub const REJECTED: &[Verdict] = &[NotSound, Refused];
/// Nothing that a viewer shows and no data differ.
pub const SAVED_AGAIN: &[Verdict] = &[SavedAgain];
/// It differs in white space, or in a byte that no program reads; a program that saves a file may write it so.
pub const UNSHOWN: &[Verdict] = &[SavedAgain, NotSound, Refused];
/// The words are those of the data, and it says that another version of ours made it.
pub const WORDS_AGREE: &[Verdict] = &[WordsAgree];
/// As [`WORDS_AGREE`], unless more than the words is compared.
pub const AT_MOST_WORDS: &[Verdict] = &[WordsAgree, NotSound];

/// A published file that somebody changed.
pub struct Forgery {
    /// The name of the file that was changed.
    pub base: &'static str,
    /// Its name, without the family.
    pub name: &'static str,
    /// What was done, in a sentence.
    pub what: &'static str,
    /// The verdicts that are right.
    pub expected: &'static [Verdict],
    /// The file.
    pub bytes: Vec<u8>,
}

/// Forgeries of one kind.
pub struct Family {
    /// Its name.
    pub name: &'static str,
    /// What its forgeries do, in a sentence.
    pub what: &'static str,
    /// Makes them.
    pub make: fn(&Bases, &mut Forgeries),
}

/// The files that are forged.
pub struct Bases {
    /// The example statement.
    pub statement: Base,
    /// The example statement in a house style.
    pub house_style: Base,
    /// The example return.
    pub agar: Base,
    /// Leicestershire's final statement.
    pub leicestershire: Base,
}

/// The forgeries of a family.
#[derive(Default)]
pub struct Forgeries(pub Vec<Forgery>);

impl Forgeries {
    /// Adds a forgery whose objects are changed as they are written.
    pub fn written(
        &mut self,
        base: &Base,
        (name, what): (&'static str, &'static str),
        expected: &'static [Verdict],
        change: impl FnOnce(&mut Plain),
    ) {
        let mut plain = base.plain();
        change(&mut plain);
        self.bytes(base, (name, what), expected, plain.bytes());
    }

    /// Adds a forgery whose objects are changed as values.
    pub fn values(
        &mut self,
        base: &Base,
        (name, what): (&'static str, &'static str),
        expected: &'static [Verdict],
        change: impl FnOnce(&mut Document),
    ) {
        self.bytes(base, (name, what), expected, base.changed(change).bytes());
    }

    /// Adds a forgery.
    pub fn bytes(
        &mut self,
        base: &Base,
        (name, what): (&'static str, &'static str),
        expected: &'static [Verdict],
        bytes: Vec<u8>,
    ) {
        self.0.push(Forgery { base: base.name, name, what, expected, bytes });
    }
}
