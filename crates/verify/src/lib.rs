//! Reads back what a published PDF carries, judges it again and says what differs.
