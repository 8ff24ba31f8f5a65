//! The use cases of the hub: one public function each; jobs; blobs, mail and outgoing requests.

pub mod outside;
