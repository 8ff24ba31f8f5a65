// Solves the hub's challenge: a nonce so that SHA-256 of "challenge:nonce" begins with so many bits of zero. SHA-256
// is written out (FIPS 180-4), since browsers offer theirs on encrypted pages only. Worked at in slices: the page
// stays usable. Without this file the form is taken after a time of waiting.

const K = new Int32Array(64);
const H = new Int32Array(8);
{
  // The first 32 bits of the fractional parts of the cube roots, and square roots, of the first primes.
  let found = 0;
  for (let n = 2; found < 64; n += 1) {
    let prime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
    if (!prime) continue;
    const bits = (root) => ((root - Math.floor(root)) * 4294967296) | 0;
    if (found < 8) H[found] = bits(Math.sqrt(n));
    K[found] = bits(Math.cbrt(n));
    found += 1;
  }
}

const W = new Int32Array(64);

// The first word of SHA-256 of an ASCII text of at most 55 characters: one block.
export function firstWord(text) {
  W.fill(0, 0, 16);
  for (let i = 0; i < text.length; i += 1) W[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  W[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  W[15] = text.length * 8;
  for (let i = 16; i < 64; i += 1) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = H;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0;
    d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  return (a + H[0]) | 0;
}

function solve(challenge, bits, done) {
  const channel = new MessageChannel();
  let nonce = 0;
  channel.port1.onmessage = () => {
    const end = performance.now() + 12;
    while (performance.now() < end) {
      for (let tries = 0; tries < 200; tries += 1, nonce += 1) {
        const text = nonce.toString(36);
        if (Math.clz32(firstWord(`${challenge}:${text}`)) >= bits) {
          channel.port1.close();
          done(text);
          return;
        }
      }
    }
    channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
}

for (const box of document.querySelectorAll("[data-captcha]")) {
  const form = box.closest("form");
  const field = box.querySelector("[name=captcha_nonce]");
  const status = box.querySelector("[role=status]");
  let pressed = null;
  let waiting = false;
  status.hidden = false;
  status.textContent = status.dataset.working;
  form.addEventListener("submit", (event) => {
    if (field.value !== "") return;
    event.preventDefault();
    waiting = true;
    pressed = event.submitter;
    status.textContent = status.dataset.wait;
  });
  solve(box.dataset.captcha, Number(box.dataset.bits), (nonce) => {
    field.value = nonce;
    status.textContent = status.dataset.ready;
    if (waiting) form.requestSubmit(pressed);
  });
}
