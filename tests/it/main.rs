//! One binary of tests that see the program from outside.

mod docx;
