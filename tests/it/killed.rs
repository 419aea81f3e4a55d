//! A run that is killed at any moment and started again ends with the same bytes.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::out::{Desk, essay, stderr, tree};

const ESSAYS: usize = 16;
const SERIES: u64 = 5;
const KILLS: u64 = 4;

fn desk() -> Desk {
    let desk = Desk::new();
    (0..ESSAYS).for_each(|at| desk.hand_in(&format!("student {at}.md"), essay(at)));
    desk
}

#[test]
fn twenty_kills_change_no_byte_and_no_essay_is_done_twice() {
    let desk = desk();
    let start = Instant::now();
    assert!(desk.command("whole").output().expect("it runs").status.success());
    let time = start.elapsed();
    let wanted = tree(&desk.folder.path().join("whole"));
    let mut chance: u64 = 42;
    for series in 0..SERIES {
        let out = format!("killed {series}");
        for _ in 0..KILLS {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            kill_after(
                &desk,
                &out,
                time.mul_f64(
                    f64::from(u32::try_from(chance >> 40).expect("24 bits")) / f64::from(1 << 24)
                        * 0.7,
                ),
            );
        }
        let kept = tree(&desk.folder.path().join(&out))
            .keys()
            .filter(|it| it.starts_with(".critique/records/"))
            .count();
        let last = desk.command(&out).output().expect("it runs");
        assert!(last.status.success(), "{}", stderr(&last));
        if kept > 0 {
            assert!(
                stderr(&last).contains(&format!("{kept} unchanged")),
                "{kept} kept: {}",
                stderr(&last)
            );
        }
        let found = tree(&desk.folder.path().join(&out));
        assert_eq!(found.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
        let differ: Vec<&String> = wanted
            .iter()
            .filter(|(name, bytes)| found[*name] != **bytes)
            .map(|(name, _)| name)
            .collect();
        assert!(differ.is_empty(), "these differ: {differ:?}");
    }
}

fn kill_after(desk: &Desk, out: &str, time: Duration) {
    let mut child =
        desk.command(out).stderr(Stdio::null()).stdout(Stdio::null()).spawn().expect("it starts");
    sleep(time);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
}

#[test]
fn what_changed_is_done_again_and_nothing_else() {
    let desk = desk();
    let says = |more: &[&str], what: &str| {
        let output = desk.mark(more);
        assert!(
            output.status.success() && stderr(&output).contains(what),
            "{what}: {}",
            stderr(&output)
        );
    };
    says(&[], "16 of 16 done");
    says(&[], "16 unchanged");
    desk.hand_in("student 3.md", essay(7) + "\nOne more thing.\n");
    says(&[], "15 unchanged");
    fs::remove_file(desk.out().join("student 5/feedback.html")).expect("it is there");
    says(&[], "15 unchanged");
    let rubric = fs::read_to_string("rubrics/partnership-working.yaml").expect("it is there");
    let other = desk.folder.path().join("other.yaml");
    fs::write(&other, rubric.replacen("title: ", "title: Another ", 1)).expect("it can be written");
    let output = crate::out::critique()
        .arg("mark")
        .arg(desk.submissions())
        .arg("--out")
        .arg(desk.out())
        .args(["--reader", "fast", "--rubric"])
        .arg(&other)
        .output();
    let output = output.expect("it runs");
    assert!(
        output.status.success() && !stderr(&output).contains("unchanged"),
        "{}",
        stderr(&output)
    );
    desk.hand_in("student 3.md", [0xff, 0xfe, 0x41]);
    says(&[], "not judged: student 3: UTF-16");
    assert!(
        !desk.out().join("student 3/feedback.html").exists(),
        "old feedback does not stand for an unreadable essay"
    );
}

#[test]
fn one_thread_and_two_write_the_same_bytes() {
    let desk = desk();
    for (out, threads) in [("one", "1"), ("two", "2")] {
        assert!(
            desk.command(out)
                .env("RAYON_NUM_THREADS", threads)
                .output()
                .expect("it runs")
                .status
                .success()
        );
    }
    assert!(tree(&desk.folder.path().join("one")) == tree(&desk.folder.path().join("two")));
}

#[test]
fn two_runs_do_not_share_an_out_folder() {
    let desk = desk();
    fs::create_dir_all(desk.out().join(".critique")).expect("it can be made");
    let lock = fs::File::create(desk.out().join(".critique/lock")).expect("it can be made");
    lock.lock().expect("it can be locked");
    let output = desk.mark(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("another run is writing to"), "{}", stderr(&output));
}

/// Needs the right to mount a small disk; where that is missing, nothing is tested.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_finished_work_readable() {
    let desk = desk();
    fs::create_dir(desk.out()).expect("it can be made");
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=512k", "tmpfs"])
        .arg(desk.out())
        .output();
    if !mounted.is_ok_and(|it| it.status.success()) {
        return;
    }
    let output = desk.mark(&[]);
    let records = tree(&desk.out());
    let finished = records.iter().filter(|(name, _)| name.starts_with(".critique/records/"));
    let whole = finished
        .clone()
        .all(|(_, bytes)| bytes.split_inclusive(|byte| *byte == b'\n').count() == 3);
    let count = finished.count();
    let larger = std::process::Command::new("mount")
        .args(["-o", "remount,size=64m"])
        .arg(desk.out())
        .output();
    let again = desk.mark(&[]);
    let unmounted = std::process::Command::new("umount").arg(desk.out()).output();
    assert!(
        larger.is_ok_and(|it| it.status.success()) && unmounted.is_ok_and(|it| it.status.success())
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("the disk is full"), "{}", stderr(&output));
    assert!(whole && count > 0 && count < ESSAYS, "{count} finished");
    assert!(
        again.status.success() && stderr(&again).contains(&format!("{count} unchanged")),
        "{}",
        stderr(&again)
    );
}

/// Needs the right to mount; where that is missing, nothing is tested.
#[test]
#[cfg(target_os = "linux")]
fn a_read_only_out_folder_is_told() {
    let desk = desk();
    fs::create_dir(desk.out()).expect("it can be made");
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "ro", "tmpfs"])
        .arg(desk.out())
        .output();
    if !mounted.is_ok_and(|it| it.status.success()) {
        return;
    }
    let output = desk.mark(&[]);
    let unmounted = std::process::Command::new("umount").arg(desk.out()).output();
    assert!(unmounted.is_ok_and(|it| it.status.success()));
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot write"), "{}", stderr(&output));
    assert!(stderr(&output).contains("Read-only"), "{}", stderr(&output));
}
