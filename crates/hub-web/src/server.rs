//! The listening socket.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt as _;

/// How long the head of a request may take, from the connection or the last answer on: who connects and says nothing
/// holds an open file, and there are not many of those. Browsers and proxies open another connection.
const HEAD_WITHIN: Duration = Duration::from_secs(30);

/// Serves until `stop` is done; requests under way are finished first.
///
/// # Errors
/// What the system says of the listening socket.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_patiently(listener, router, stop, HEAD_WITHIN).await
}

/// HTTP/1.1 without upgrades, as the clients of this hub and all proxies speak it. [`axum::serve`] would do, but for
/// the time that a request's head may take.
async fn serve_patiently(
    mut listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
    head_within: Duration,
) -> std::io::Result<()> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_within);
    let (stopping, is_stopping) = watch::channel(false);
    let mut connections = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            // Waits and goes on where the system has no file to spare.
            (stream, peer) = axum::serve::Listener::accept(&mut listener) => {
                connections.spawn(attend(http.clone(), stream, peer, router.clone(), is_stopping.clone()));
            }
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
            () = &mut stop => break,
        }
    }
    drop(listener);
    stopping.send_replace(true);
    while connections.join_next().await.is_some() {}
    Ok(())
}

/// Answers the requests of one connection, until one side has had enough.
async fn attend(
    http: http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut is_stopping: watch::Receiver<bool>,
) {
    // Without this, the last small packet of an answer waits for an acknowledgment: 40 ms a request.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "A connection could not be set to send at once");
    }
    let service = TowerToHyperService::new(router.map_request(move |request| with_peer(request, peer)));
    let mut connection = std::pin::pin!(http.serve_connection(TokioIo::new(stream), service));
    let stopping = async move { drop(is_stopping.wait_for(|stops| *stops).await) };
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = stopping => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "A connection ended early");
    }
}

fn with_peer(request: Request<hyper::body::Incoming>, peer: SocketAddr) -> Request<Body> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    request
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::sync::oneshot;

    use super::*;

    async fn served(head_within: Duration) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().fallback(async |peer: ConnectInfo<SocketAddr>| peer.0.to_string());
        let serving = tokio::spawn(async move {
            let stopped = async move { drop(stopped.await) };
            serve_patiently(listener, router, stopped, head_within).await.unwrap();
        });
        (address, stop, serving)
    }

    #[tokio::test]
    async fn who_never_ends_the_head_of_a_request_is_hung_up_on() {
        let (address, _stop, _serving) = served(Duration::from_millis(50)).await;
        for head in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "PRI * HTTP/2.0\r\n"] {
            let mut slow = TcpStream::connect(address).await.unwrap();
            slow.write_all(head.as_bytes()).await.unwrap();
            let mut answer = Vec::new();
            let _ = slow.read_to_end(&mut answer).await;
            assert!(!answer.starts_with(b"HTTP/1.1 200"), "{head}");
        }
    }

    #[tokio::test]
    async fn a_connection_is_kept_and_ends_when_the_hub_stops() {
        let (address, stop, serving) = served(HEAD_WITHIN).await;
        let mut kept = TcpStream::connect(address).await.unwrap();
        let own = kept.local_addr().unwrap().to_string();
        for _ in 0..2 {
            kept.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
            let mut answer = Vec::new();
            while !answer.ends_with(own.as_bytes()) {
                assert_ne!(kept.read_buf(&mut answer).await.unwrap(), 0, "the connection ended");
            }
        }
        stop.send(()).unwrap();
        let mut rest = Vec::new();
        kept.read_to_end(&mut rest).await.unwrap();
        assert!(rest.is_empty());
        serving.await.unwrap();
    }
}
