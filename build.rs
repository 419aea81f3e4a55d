//! Turns the bundled rubrics into JSON while the program is built: reading YAML takes longer than judging an essay.
//!
//! What the words mean is checked by the tests, which read the YAML itself.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=rubrics");
    println!("cargo:rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo gives a folder to write to");
    for entry in fs::read_dir("rubrics").expect("the rubrics stand in the repository") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|it| it != "yaml") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a rubric can be read");
        let rubric: serde_json::Value = serde_yaml::from_str(&text).expect("a rubric is YAML");
        let name = path.with_extension("json");
        let name = name.file_name().expect("a rubric has a name");
        fs::write(Path::new(&out).join(name), rubric.to_string()).expect("the folder is ours");
    }
}
