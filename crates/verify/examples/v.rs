#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]
fn main() {
    for name in std::env::args().skip(1) {
        let bytes = std::fs::read(&name).unwrap();
        let start = std::time::Instant::now();
        match verify::verify(&bytes, None) {
            Ok(v) => {
                println!("{name}: {} {:?}", v.verdict, start.elapsed());
                for d in v.differences.iter().take(5) {
                    println!("   {}: {d}", d.name());
                }
                for d in v.notes {
                    println!("   note: {d}");
                }
                for d in v.seals {
                    println!("   seal: {d:?}");
                }
            }
            Err(e) => println!("{name}: {e} {:?}", start.elapsed()),
        }
    }
}
