//! Each step from bytes to bytes, and each form of the document, for Leicestershire's 149 pieces of evidence, ten
//! times and a hundred times as many. Criterion prints evidence items a second: a step is linear when that number
//! does not fall.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "criterion's macros make undocumented items; a bench may stop"
)]

use std::hint::black_box;

use ags::Statement;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use governance_model::read;

fn steps(criterion: &mut Criterion) {
    for times in [1, 10, 100] {
        let (code, review, _) = benches::leicestershire(times);
        let statement = benches::statement(times);
        let json = serde_json::to_vec(&statement).unwrap();
        let report = ags::check(&statement, benches::as_at());
        let document = benches::document(times);
        let evidence = code.evidence().count();

        let mut group = criterion.benchmark_group("leicestershire");
        group.sample_size(10).throughput(Throughput::Elements(evidence as u64));
        let id = |step| BenchmarkId::new(step, evidence);
        group.bench_function(id("load"), |bench| {
            bench.iter(|| read::json::<Statement>(black_box(&json), "statement.json").unwrap());
        });
        group.bench_function(id("assemble"), |bench| {
            bench.iter(|| Statement::assemble(black_box(&code), black_box(&review)).unwrap());
        });
        group.bench_function(id("check"), |bench| {
            bench.iter(|| ags::check(black_box(&statement), benches::as_at()));
        });
        group.bench_function(id("compose"), |bench| {
            bench.iter(|| ags::compose(black_box(&statement), report.as_at));
        });
        group.bench_function(id("to PDF"), |bench| {
            bench.iter(|| render_pdf::render(black_box(&document)).unwrap());
        });
        group.bench_function(id("to HTML"), |bench| {
            bench.iter(|| render_html::render(black_box(&document)).unwrap());
        });
        group.bench_function(id("to Word"), |bench| {
            bench.iter(|| render_docx::render(black_box(&document)).unwrap());
        });
        group.bench_function(id("to Markdown"), |bench| {
            bench.iter(|| render_markdown::render(black_box(&document)).unwrap());
        });
        group.finish();
    }
}

criterion_group!(benches, steps);
criterion_main!(benches);
