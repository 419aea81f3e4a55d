//! Reads a rubric strictly, and says kindly what is wrong with it.
//!
//! In: the text of a file and its path. Out: the [`Rubric`] and warnings, or every fault of the first kind found: first
//! the YAML itself, then keys and types, then what the words refer to.

mod near;
mod remark;
mod sense;
mod shape;
mod tree;

pub(crate) use near::nearest;
pub use remark::{Remark, RubricError, RubricWarning};
pub(crate) use tree::{Node, Pages};

use crate::rubric::Rubric;

/// The largest file read, in bytes; the largest bundled rubric is a tenth of it.
const LARGEST: usize = 1024 * 1024;

/// Reads a rubric; `path` is only named in messages.
pub fn read(text: &str, path: &str) -> Result<(Rubric, Vec<RubricWarning>), RubricError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (tree, page) = tree(text, path)?;
    if matches!(tree.value, tree::Value::Null) {
        return Err(page.empty());
    }
    refuse(shape::faults(&tree, &page))?;
    let rubric: Rubric = serde_yaml::from_str_with_options(text, tree::options())
        .map_err(|error| page.yaml_error(&error))?;
    let (faults, warnings) = sense::remarks(&rubric, &tree, &page);
    refuse(faults)?;
    Ok((rubric, warnings))
}

/// The places of a rubric file, for what is found out about it later.
#[derive(Debug)]
pub struct Places<'a> {
    tree: Node,
    page: Pages<'a>,
}

impl<'a> Places<'a> {
    /// Of a file that reads; `path` is only named in messages.
    pub fn of(text: &'a str, path: &'a str) -> Result<Places<'a>, RubricError> {
        let (tree, page) = tree(text.strip_prefix('\u{feff}').unwrap_or(text), path)?;
        Ok(Places { tree, page })
    }

    /// A remark at a path such as `points/2/examples/meets/0`, or the nearest one above it.
    pub fn remark(&self, at: &str, what: &str, help: &str) -> Remark {
        self.page.on(self.tree.at(at), what, Some(help.to_owned()))
    }
}

/// The file as a tree of values that know their places.
pub(crate) fn tree<'a>(text: &'a str, path: &'a str) -> Result<(Node, Pages<'a>), RubricError> {
    let page = Pages::new(text, path);
    if text.len() > LARGEST {
        return Err(page
            .at(1, 1, 0, "the file is larger than a rubric may be (1 MiB)", None)
            .into());
    }
    let tree = tree::grow(text).map_err(|error| page.yaml_error(&error))?;
    Ok((tree, page))
}

fn refuse(faults: Vec<Remark>) -> Result<(), RubricError> {
    if faults.is_empty() { Ok(()) } else { Err(RubricError { faults }) }
}
