//! The year by the clock; the core never asks.

/// The year by the clock (UTC); leap days are near enough.
pub(crate) fn this_year() -> u16 {
    const YEAR: f64 = 365.2425 * 24.0 * 3600.0;
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0.0, |it| it.as_secs_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "years fit")]
    let years = (seconds / YEAR) as u16;
    1970 + years
}
