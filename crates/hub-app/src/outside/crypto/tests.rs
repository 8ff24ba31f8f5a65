use super::*;

fn key() -> DataKey {
    DataKey::from_bytes(&[7; 32])
}

#[test]
fn what_was_sealed_opens_with_the_same_key_and_purpose() {
    let rng = Rng::system();
    for plain in ["", "x", "6f1ed002ab5595859014ebf0951522d9", "日本"] {
        let sealed = key().seal(&rng, "site.secret", plain);
        assert!(sealed.as_str().starts_with("v1."), "{sealed:?}");
        // A short text can turn up in the base64 of random bytes by chance; 32 characters cannot.
        assert!(plain.len() < 32 || !sealed.as_str().contains(plain), "{sealed:?}");
        assert_eq!(key().open("site.secret", &sealed).unwrap().expose(), plain);
    }
}

#[test]
fn sealing_twice_gives_two_different_texts() {
    let rng = Rng::system();
    assert_ne!(key().seal(&rng, "p", "same"), key().seal(&rng, "p", "same"));
}

#[test]
fn another_key_another_purpose_or_a_changed_byte_do_not_open() {
    let sealed = key().seal(&Rng::seeded(1), "p", "plain");
    assert_eq!(
        DataKey::from_bytes(&[8; 32]).open("p", &sealed).map(drop).unwrap_err(),
        OpenError::NotAuthentic
    );
    assert_eq!(key().open("q", &sealed).map(drop).unwrap_err(), OpenError::NotAuthentic);
    for position in 3..sealed.as_str().len() - 1 {
        let mut changed = sealed.as_str().to_owned().into_bytes();
        changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
        let changed = Sealed::from_stored(String::from_utf8(changed).unwrap());
        assert!(key().open("p", &changed).is_err(), "position {position}");
    }
}

#[test]
fn text_that_was_never_sealed_is_told_apart() {
    for stored in ["", "plain", "v2.AAAA", "v1.", "v1.AAAA", "v1.###"] {
        let sealed = Sealed::from_stored(stored.to_owned());
        assert_eq!(key().open("p", &sealed).map(drop).unwrap_err(), OpenError::UnknownForm, "{stored}");
    }
    assert_eq!(
        key().open("p", &Sealed::from_stored(format!("v1.{}", "A".repeat(40)))).map(drop).unwrap_err(),
        OpenError::NotAuthentic
    );
}

#[test]
fn the_key_file_is_made_once_and_only_its_owner_can_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let rng = Rng::system();
    let first = DataKey::load(folder.path(), None, &rng).unwrap();
    let file = folder.path().join("key");
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(written.len(), 65);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);

    let sealed = first.seal(&rng, "p", "kept");
    let second = DataKey::load(folder.path(), None, &rng).unwrap();
    assert_eq!(second.open("p", &sealed).unwrap().expose(), "kept");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left behind");
}

#[test]
fn processes_that_start_together_end_with_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let keys: Vec<DataKey> = std::thread::scope(|scope| {
        let start = || DataKey::load(folder.path(), None, &Rng::system()).unwrap();
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let sealed = keys[0].seal(&Rng::system(), "p", "shared");
    assert!(keys.iter().all(|key| key.open("p", &sealed).is_ok()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_given_key_replaces_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let given = Secret::new("07".repeat(32));
    let loaded = DataKey::load(folder.path(), Some(&given), &Rng::system()).unwrap();
    let sealed = loaded.seal(&Rng::system(), "p", "plain");
    assert!(key().open("p", &sealed).is_ok());
    assert!(!folder.path().join("key").exists());
}

#[test]
fn a_damaged_key_is_named_and_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    for damaged in ["", "abc", &"g".repeat(64), &"0".repeat(66)] {
        std::fs::write(&file, damaged).unwrap();
        let error = DataKey::load(folder.path(), None, &Rng::system()).unwrap_err();
        assert!(error.to_string().contains("64 hexadecimal digits"), "{error}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), damaged);
    }
    let given = Secret::new("short");
    let error = DataKey::load(folder.path(), Some(&given), &Rng::system()).unwrap_err();
    assert!(error.to_string().starts_with("COURSEHUB_KEY must"), "{error}");
}

#[test]
fn hashes_are_the_published_ones() {
    // FIPS 180-2, appendix B.1, and RFC 1321, appendix A.5.
    assert_eq!(
        Sha256Hex::of(b"abc").as_str(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(md5_hex("abc").expose(), "900150983cd24fb0d6963f7d28e17f72");
    assert_eq!(token_hash(&Secret::new("abc")), Sha256Hex::of(b"abc"));
}

#[test]
fn a_digest_is_read_in_either_case_and_written_in_lower_case() {
    let upper = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";
    assert_eq!(upper.parse::<Sha256Hex>().unwrap(), Sha256Hex::of(b"abc"));
    for wrong in ["", "ba78", "../../../../etc/passwd", &"g".repeat(64), &"0".repeat(65)] {
        assert_eq!(wrong.parse::<Sha256Hex>(), Err(NotSha256), "{wrong}");
    }
}

#[test]
fn secrets_are_compared_whole() {
    assert!(same_secret("", "") && same_secret("abc", "abc"));
    assert!(!same_secret("abc", "abd") && !same_secret("abc", "ab") && !same_secret("", "a"));
}
