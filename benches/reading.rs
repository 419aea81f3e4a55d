//! Prints what the reader sees in essays: a line a sentence with its place, stance and cues in percent.
//!
//! usage: cargo run --release --example reading -- deep|fast FILE...

use critique::language::{CUES, Engine, Essay, Reader};

#[allow(clippy::print_stdout, reason = "an example prints")]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let engine = arguments.next().and_then(|name| Engine::named(&name)).expect("deep or fast");
    let reader = Reader::new(engine);
    for path in arguments {
        let text = std::fs::read_to_string(&path).expect("a readable essay");
        let essay = Essay::of(&text, &reader);
        for (at, sentence) in essay.document.own_sentences() {
            let reading = essay.readings[at];
            let cues = CUES.iter().filter(|cue| reading.cue(**cue) >= 25);
            let cues: Vec<String> =
                cues.map(|cue| format!("{}={}", cue.name(), reading.cue(*cue))).collect();
            let line = essay.document.place(sentence.span).start.line;
            println!(
                "{path}\t{line}\t{}\t{}\t{}",
                reading.stance().name(),
                cues.join(" "),
                essay.text(sentence)
            );
        }
    }
}
