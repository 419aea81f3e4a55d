//! Any bytes may be called a gradebook; whatever is not a grade stays as it was.

#![no_main]

use std::fs;
use std::sync::OnceLock;

use critique::batch::{Gradebook, Job, Marked, PathIgnores, Store, mark, submissions};
use critique::detect::Conventions;
use critique::judge::Lens;
use critique::language::{Engine, Reader};
use critique::rubric::{BUNDLED, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    static MARKED: OnceLock<Marked> = OnceLock::new();
    let marked = MARKED.get_or_init(class);
    for assignment in [None, Some("77")] {
        let Ok(gradebook) = Gradebook::read(bytes.to_vec(), assignment) else { continue };
        for overwrite in [false, true] {
            let (sheet, ledger) =
                gradebook.fill(marked, overwrite).expect("the answers lie on disk");
            ledger.text();
            Gradebook::read(sheet.into_bytes(), assignment).expect("a filled sheet is a sheet");
        }
    }
});

/// A class of three: two essays, and a file that cannot be read.
fn class() -> Marked {
    let root = std::env::temp_dir().join(format!("critique-fuzz-{}", std::process::id()));
    let (folder, out) = (root.join("in"), root.join("out"));
    for (of, file, text) in [
        ("Ana Lee_101_assignsubmission_file_", "essay.md", "Partners decide together.\n"),
        ("Bo Ek_102_assignsubmission_file_", "essay.md", "A nurse and a carer met.\n"),
        ("Cy Fox_103_assignsubmission_file_", "essay.docx", "no Word document"),
    ] {
        fs::create_dir_all(folder.join(of)).expect("a folder");
        fs::write(folder.join(of).join(file), text).expect("a file");
    }
    let (id, yaml) = BUNDLED[0];
    let lens = Lens::new(read(yaml, id).expect("bundled rubrics read").0);
    let reader = Reader::new(Engine::Fast);
    let (conventions, ignores) = (Conventions::of(&lens.rubric), PathIgnores::default());
    let found = submissions(&folder, &out, &[]).expect("a folder that can be read");
    let store = Store::open(&out).expect("an out folder");
    let job = Job {
        root: &folder,
        lens: &lens,
        reader: &reader,
        conventions: &conventions,
        ignores: &ignores,
    };
    mark(job, &store, &found, &|_, _| {}).expect("results that can be written")
}
