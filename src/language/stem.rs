//! Words reduced to what they share: case, British and American spelling, and endings are forgiven.

use std::cell::RefCell;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

/// A stem's identity: the same on every run and in every thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stem(pub(crate) u64);

thread_local! {
    static SEEN: RefCell<FxHashMap<String, Stem>> = RefCell::new(FxHashMap::default());
}

/// Words kept in the cache; English essays of one course hold far fewer.
const CACHE_WORDS: usize = 50_000;

impl Stem {
    pub(crate) fn number(self) -> u64 {
        self.0
    }

    pub fn of(word: &str) -> Stem {
        SEEN.with_borrow_mut(|seen| {
            if let Some(stem) = seen.get(word) {
                return *stem;
            }
            let stem = Stem(fnv(stem(word).as_bytes()));
            if seen.len() >= CACHE_WORDS {
                seen.clear();
            }
            seen.insert(word.to_owned(), stem);
            stem
        })
    }
}

/// The FNV-1a hash.
pub(crate) fn fnv(bytes: &[u8]) -> u64 {
    fnv_on(FNV_START, bytes)
}

/// The FNV-1a hash of no bytes.
pub(crate) const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// The FNV-1a hash of bytes that follow those hashed already.
pub(crate) fn fnv_on(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The stem as text: "organisations" and "organization" give the same.
fn stem(word: &str) -> String {
    thread_local! {
        static ENGLISH: Stemmer = Stemmer::create(Algorithm::English);
    }
    let word = american(&fold(word));
    ENGLISH.with(|english| english.stem(&word).into_owned())
}

/// Lower case, straight apostrophes, no possessive.
fn fold(word: &str) -> String {
    let folded = word.to_lowercase().replace('’', "'");
    match folded.strip_suffix("'s") {
        Some(owner) => owner.to_owned(),
        None => folded.trim_end_matches('\'').to_owned(),
    }
}

/// Rewrites British endings, so that both spellings stem alike.
fn american(word: &str) -> String {
    for (british, american) in SPELLINGS {
        if word == *british {
            return (*american).to_owned();
        }
    }
    for (british, american) in ENDINGS {
        if let Some(start) = word.strip_suffix(british)
            && start.len() >= 3
        {
            return [start, american].concat();
        }
    }
    word.to_owned()
}

const ENDINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("isational", "izational"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ourable", "orable"),
    ("oural", "oral"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("ogue", "og"),
];

const SPELLINGS: &[(&str, &str)] = &[
    ("programme", "program"),
    ("programmes", "programs"),
    ("centre", "center"),
    ("centres", "centers"),
    ("centred", "centered"),
    ("judgement", "judgment"),
    ("judgements", "judgments"),
    ("paediatric", "pediatric"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("licence", "license"),
    ("defence", "defense"),
    ("coproduction", "coproduct"),
    ("enrol", "enroll"),
    ("four", "four"),
    ("hour", "hour"),
    ("hours", "hours"),
    ("your", "your"),
    ("our", "our"),
    ("yours", "yours"),
    ("ours", "ours"),
    ("tour", "tour"),
    ("wise", "wise"),
    ("rise", "rise"),
    ("rises", "rises"),
    ("raise", "raise"),
    ("advise", "advise"),
    ("exercise", "exercise"),
    ("otherwise", "otherwise"),
    ("promise", "promise"),
    ("praise", "praise"),
    ("noise", "noise"),
    ("expertise", "expertise"),
];

#[test]
fn spellings_and_endings_are_forgiven() {
    for (one, other) in [
        ("organisations", "organization"),
        ("Empowering", "empowered"),
        ("behaviour", "behaviors"),
        ("carer’s", "carers"),
        ("centred", "centered"),
        ("analysed", "analyzing"),
    ] {
        assert_eq!(Stem::of(one), Stem::of(other), "{one} {other}");
    }
    assert_ne!(Stem::of("partner"), Stem::of("patient"));
}
