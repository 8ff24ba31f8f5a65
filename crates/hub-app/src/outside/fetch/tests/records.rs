//! Text records, from a name server on loopback that answers as the world's do.

use std::net::SocketAddr;

use super::*;

/// What comes before the records in an answer: the number and the question of what was asked.
fn answer_to(question: &[u8], records: &[&[&str]], missing: bool) -> Vec<u8> {
    let name_ends = 12 + question[12..].iter().position(|byte| *byte == 0).unwrap() + 1;
    let mut answer = question[..2].to_vec();
    // A response to a question that wished for recursion, which is available (RFC 1035, 4.1.1); 3 is "no such name".
    answer.extend([
        0x81,
        if missing { 0x83 } else { 0x80 },
        0,
        1,
        0,
        u8::try_from(records.len()).unwrap(),
        0,
        0,
        0,
        0,
    ]);
    answer.extend(&question[12..name_ends + 4]);
    for parts in records {
        // The name of the question, TXT, Internet, for a minute.
        answer.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
        let length: usize = parts.iter().map(|part| part.len() + 1).sum();
        answer.extend(u16::try_from(length).unwrap().to_be_bytes());
        for part in *parts {
            answer.push(u8::try_from(part.len()).unwrap());
            answer.extend(part.as_bytes());
        }
    }
    answer
}

/// A name server that knows one name.
async fn name_server(name: &'static str, records: &'static [&'static [&'static str]]) -> SocketAddr {
    let socket = tokio::net::UdpSocket::bind((LOOPBACK, 0)).await.unwrap();
    let address = socket.local_addr().unwrap();
    let labels: Vec<u8> = name
        .split('.')
        .flat_map(|label| [&[u8::try_from(label.len()).unwrap()], label.as_bytes()].concat())
        .collect();
    tokio::spawn(async move {
        let mut question = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut question).await {
            let question = &question[..length];
            let known = question[12..].starts_with(&labels);
            let answer = answer_to(question, if known { records } else { &[] }, !known);
            let _ = socket.send_to(&answer, from).await;
        }
    });
    address
}

#[tokio::test]
async fn text_records_are_read_with_their_parts_put_together() {
    let server = name_server("_coursehub.lake.example", &[&["v=spf1 -all"], &["abc", "def"]]).await;
    let table = Table::default().asking(server);
    let fetcher = Fetcher::with_resolver(NetworkPolicy::default(), Resolver::Table(table));
    let found = fetcher.text_records("_coursehub.lake.example").await.unwrap();
    assert_eq!(found, ["v=spf1 -all", "abcdef"]);
    let nothing = fetcher.text_records("_coursehub.hill.example").await.unwrap();
    assert!(nothing.is_empty(), "{nothing:?}");
}

#[tokio::test]
async fn names_without_a_name_server_have_no_text_records() {
    let fetcher = Fetcher::with_resolver(NetworkPolicy::default(), Resolver::Table(Table::default()));
    assert!(fetcher.text_records("_coursehub.lake.example").await.unwrap().is_empty());
}
