//! Lines of a CSV file (RFC 4180) that spreadsheet programs open without running anything.

/// What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// One line with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe in front; one with
/// a comma, quote or line end is quoted.
pub fn line<S: AsRef<str>>(cells: &[S]) -> String {
    let mut line = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            line.push(',');
        }
        push_cell(&mut line, cell.as_ref());
    }
    line.push_str("\r\n");
    line
}

fn push_cell(line: &mut String, cell: &str) {
    let apostrophe = if cell.starts_with(FORMULA) { "'" } else { "" };
    if cell.contains([',', '"', '\n', '\r']) {
        line.push('"');
        line.push_str(apostrophe);
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    } else {
        line.push_str(apostrophe);
        line.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_run_gets_an_apostrophe() {
        assert_eq!(line(&["=1+1", "+49", "-x", "@a", "a=b"]), "'=1+1,'+49,'-x,'@a,a=b\r\n");
        assert_eq!(line(&["=HYPERLINK(\"a\",1)"]), "\"'=HYPERLINK(\"\"a\"\",1)\"\r\n");
    }

    #[test]
    fn commas_quotes_and_line_ends_are_quoted() {
        assert_eq!(line(&["a,b", "say \"x\"", "1\n2", ""]), "\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\r\n");
    }
}
