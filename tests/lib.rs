//! The tests stand in `tests/`; there is no library. The code in the README is run as one of them.

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
