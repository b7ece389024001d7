//! Seals: electronic signatures that were added to a file after it was issued.

#![cfg_attr(not(test), expect(dead_code, reason = "the reader of incremental updates is to call it"))]

mod cms;
