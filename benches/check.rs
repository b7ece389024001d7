//! Checking statements that all differ: one, and a thousand in one go on one thread and on all. Criterion prints
//! statements a second.
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::hint::black_box;

use ags::Statement;
use benches::statements::{as_at, statements};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

fn check(criterion: &mut Criterion) {
    let thousand: Vec<Statement> = statements(1_000).collect();
    let findings = |statement: &Statement| ags::check(black_box(statement), as_at()).counts().not_met;

    let mut group = criterion.benchmark_group("check");
    group.sample_size(20).throughput(Throughput::Elements(1));
    let mut next = thousand.iter().cycle();
    group.bench_function("one", |bench| bench.iter(|| next.next().map(findings)));

    group.throughput(Throughput::Elements(thousand.len() as u64));
    group.bench_function("thousand on one thread", |bench| {
        bench.iter(|| thousand.iter().map(findings).sum::<usize>());
    });
    group.bench_function("thousand on all threads", |bench| {
        bench.iter(|| thousand.par_iter().map(findings).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, check);
criterion_main!(benches);
