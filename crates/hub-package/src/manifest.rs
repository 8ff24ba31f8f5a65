//! `imsmanifest.xml`: which of its relatives a package is (package notes, section 11).

use crate::report::Kind;
use crate::xml::{Step, Xml, XmlError};

/// Namespace of Common Cartridge 1.0; later versions carry theirs in the path.
const CARTRIDGE_1_0: &str = "http://www.imsglobal.org/xsd/imscc/imscp_v1p1";

/// Later namespaces: `…/imsccv1p1/imscp_v1p1` and so on.
const CARTRIDGES: &[(&str, &str)] = &[("/imsccv1p1/", "1.1"), ("/imsccv1p2/", "1.2"), ("/imsccv1p3/", "1.3")];

/// What the manifest tells: kind and version.
pub(crate) fn read(xml: &mut Xml<'_>) -> Result<(Kind, Option<String>), XmlError> {
    let mut found = (Kind::Imscp, None);
    while let Some(step) = xml.next()? {
        match (step, xml.depth()) {
            (Step::Open, 1) => found = by_namespaces(xml),
            (Step::Open, _) => xml.keep(256),
            (Step::Close, 3) if xml.name().ends_with("schemaversion") => {
                by_schema_version(xml.text().0.trim(), &mut found);
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The root's own namespace decides for Common Cartridge, any declared one for SCORM.
fn by_namespaces(xml: &Xml<'_>) -> (Kind, Option<String>) {
    let own = match xml.name().split_once(':') {
        Some((prefix, _)) => xml.attribute(&format!("xmlns:{prefix}")),
        None => xml.attribute("xmlns"),
    };
    let own = own.unwrap_or_default();
    if own == CARTRIDGE_1_0 {
        return (Kind::Imscc, Some("1.0".into()));
    }
    if let Some((_, version)) = CARTRIDGES.iter().find(|(part, _)| own.contains(part)) {
        return (Kind::Imscc, Some((*version).into()));
    }
    let declares = |namespace: &str| {
        xml.attributes().iter().any(|(key, value)| key.starts_with("xmlns") && value.contains(namespace))
    };
    if declares("adlcp_rootv1p2") {
        (Kind::Scorm, Some("1.2".into()))
    } else if declares("adlcp_v1p3") {
        (Kind::Scorm, Some("2004".into()))
    } else {
        (Kind::Imscp, None)
    }
}

fn by_schema_version(version: &str, found: &mut (Kind, Option<String>)) {
    match found.0 {
        // Common Cartridge says 1.1.0 where the namespace says 1.1.
        Kind::Imscc if found.1.is_none() => found.1 = Some(version.to_owned()),
        Kind::Imscp if version == "CAM 1.3" || version.starts_with("2004 ") => {
            *found = (Kind::Scorm, Some("2004".into()));
        }
        _ => {}
    }
}
