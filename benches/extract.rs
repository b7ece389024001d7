//! Text to local code: bytes a second for each document of the folder that `AGS_SOURCES` names, once and a hundred times
//! over. The reading is linear when the number does not fall. Without the folder, the fixtures of this repository.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "criterion's macros make undocumented items; a bench may stop"
)]

use std::fs;
use std::hint::black_box;
use std::path::PathBuf;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// The documents, by name and in the order of their names.
fn sources() -> Vec<(String, Vec<u8>)> {
    let named = std::env::var("AGS_SOURCES").map(PathBuf::from);
    let folder = named.unwrap_or_else(|_| PathBuf::from(HERE).join("../fixtures/extract"));
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

fn extraction(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10);
    for (name, mut bytes) in sources() {
        bytes.extend_from_slice(b"\n\n");
        for times in [1, 100] {
            let text = bytes.repeat(times);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::new(&name, times), |bench| {
                bench.iter(|| extract::local_code(black_box(&text), "document.txt").unwrap());
            });
        }
    }
    group.finish();
}

criterion_group!(benches, extraction);
criterion_main!(benches);
