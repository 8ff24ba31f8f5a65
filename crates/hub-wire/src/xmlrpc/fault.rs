//! Numbers and texts of faults (section 4.6).

/// The number that goes with an error code: the first eight decimal digits of its MD5, as PHP's lossy
/// `base_convert` makes them. The table is Appendix C. Codes without an entry get 404, the classic
/// number of an error without a code; clients show the text and never look at the number.
pub fn fault_code(errorcode: &str) -> i32 {
    match errorcode {
        "invalidtoken" => 89_159_464,
        "accessexception" => 23_000_021,
        "invalidparameter" => 29_039_061,
        "invalidresponse" => 28_260_048,
        "invalidrecord" => 23_604_497,
        "nopermissions" => 10_340_380,
        "nocapabalitytogetinfo" => 28_951_155,
        "cannotregisternotavailablesite" => 83_102_434,
        "noexistingcommunication" => 19_682_123,
        "errormaxpublication" => 64_332_090,
        "errornopublication" => 32_784_864,
        "nocoursereturn" => 30_979_832,
        "errorlangnotrecognized" => 16_478_053,
        "urlalreadyexist" => 45_490_607,
        "sitesecretalreadyexist" => 76_274_292,
        "errorbadimageheightwidth" => 74_429_665,
        "triedtounregisteracourseforwrongsite" => 24_072_151,
        "sitemaintenance" => 13_798_712,
        _ => 404,
    }
}

/// The text of a fault as classic clients show it: words for people, then the code for machines.
pub fn fault_text(human: &str, errorcode: &str) -> String {
    format!("{human} | ERRORCODE: {errorcode}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_recorded_faults_are_right() {
        assert_eq!(fault_code("invalidtoken"), 89_159_464);
        assert_eq!(fault_code("errornopublication"), 32_784_864);
        assert_eq!(fault_code("nobody_ever_defined_this"), 404);
    }

    #[test]
    fn the_code_stands_at_the_end_of_the_text() {
        assert_eq!(
            fault_text("Invalid token - token not found", "invalidtoken"),
            "Invalid token - token not found | ERRORCODE: invalidtoken"
        );
    }
}
