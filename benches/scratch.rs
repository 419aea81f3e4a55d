#![allow(clippy::all, clippy::pedantic, clippy::print_stdout)]
use critique::document::*;
use critique::language::*;
use critique::rubric::{BUNDLED, read};
fn main() {
    let mode = std::env::args().nth(1).unwrap();
    let rid = std::env::args().nth(2).unwrap();
    let (_, y) = BUNDLED.iter().find(|(id, _)| *id == rid).unwrap();
    let r = read(y, &rid).unwrap().0;
    let mut ph = Phrases::default();
    for (at, i) in r.ideas.iter().chain(&r.concepts).chain(&r.subject).enumerate() {
        if rid == "academic-writing" && i.id == "any-subject" {
            continue;
        }
        for p in &i.phrases {
            ph.add(p, at);
        }
    }
    if mode == "write" {
        for p in std::env::args().skip(3) {
            let t = std::fs::read_to_string(&p).unwrap();
            let base = p.rsplit('/').next().unwrap().replace(".md", "");
            for m in critique::judge::mutants(&t, &r) {
                std::fs::write(
                    format!(
                        "/tmp/s/mut/{rid}--{base}--{}.md",
                        m.name.replace(' ', "-").replace("'", "")
                    ),
                    &m.text,
                )
                .unwrap();
            }
        }
        return;
    }
    let reader = Reader::new(Engine::Fast);
    for path in std::env::args().skip(3) {
        let text = std::fs::read_to_string(&path).unwrap();
        let e = Essay::of(&text, &reader);
        let short = path.rsplit('/').next().unwrap();
        if mode == "sent" {
            for (_, s) in e.document.own_sentences() {
                let st = e.stems_of(s);
                let mut taken = vec![false; st.len()];
                let mut f = ph.find(st);
                f.sort_by_key(|f| (f.first, std::cmp::Reverse(f.last)));
                let mut n = 0;
                let mut end = 0;
                let mut owners = std::collections::BTreeSet::new();
                for x in f {
                    owners.insert(x.owner);
                    for t in x.first..=x.last {
                        taken[t] = true;
                    }
                    if n == 0 || x.first >= end {
                        n += 1;
                        end = x.last + 1;
                    }
                }
                let c = taken.iter().filter(|t| **t).count();
                println!(
                    "{n}\t{}\t{:.2}\t{}\t{short}\t{}",
                    owners.len(),
                    c as f32 / st.len().max(1) as f32,
                    st.len(),
                    e.text(s).replace('\n', " ")
                );
            }
        }
        if mode == "block" {
            let own: Vec<_> = e.document.own_sentences().collect();
            let mut bl: std::collections::BTreeMap<usize, Vec<usize>> = Default::default();
            for (at, s) in &own {
                bl.entry(s.block).or_default().push(*at);
            }
            let mean = |f: &dyn Fn(usize) -> bool| {
                let mut t = String::new();
                for (b, ss) in &bl {
                    if f(*b) {
                        for s in ss {
                            t.push_str(e.text(&e.document.sentences[*s]));
                            t.push(' ');
                        }
                    }
                }
                Meaning::of(&t)
            };
            for (b, ss) in &bl {
                let words: usize = ss.iter().map(|s| e.document.sentences[*s].words.len()).sum();
                if words < 25 {
                    continue;
                }
                let me = mean(&|x| x == *b);
                let rest = mean(&|x| x != *b);
                let mut rt = String::new();
                for p in &r.points {
                    rt.push_str(&p.credit);
                    rt.push(' ');
                    for x in &p.examples.meets {
                        rt.push_str(x);
                        rt.push(' ');
                    }
                }
                for i in r.ideas.iter().chain(&r.subject) {
                    rt.push_str(&i.means);
                    rt.push(' ');
                    for x in &i.phrases {
                        rt.push_str(x);
                        rt.push(' ');
                    }
                }
                let rm = Meaning::of(&rt);
                let rr = me.closeness(&rm);
                let hs = ss
                    .iter()
                    .filter(|s| !ph.find(e.stems_of(&e.document.sentences[**s])).is_empty())
                    .count() as f32
                    / ss.len() as f32;
                let hits: usize =
                    ss.iter().map(|s| ph.find(e.stems_of(&e.document.sentences[*s])).len()).sum();
                println!(
                    "{rr:.2}\t{hs:.2}\t{:.2}\t{hits}\t{words}\t{short}\t{}",
                    me.closeness(&rest),
                    e.text(&e.document.sentences[ss[0]]).replace('\n', " ")
                );
            }
        }
    }
}
