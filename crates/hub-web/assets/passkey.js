// Passkeys: asks the browser for one and sends its answer to this hub. Without this file, or where a browser knows no
// passkeys, the forms below stay hidden and one signs in with a password.

function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function optionsOf(options) {
  const bytes = (list) => (list ?? []).map((entry) => ({ ...entry, id: toBytes(entry.id) }));
  const read = { ...options, challenge: toBytes(options.challenge) };
  if (options.user) read.user = { ...options.user, id: toBytes(options.user.id) };
  if (options.excludeCredentials) read.excludeCredentials = bytes(options.excludeCredentials);
  if (options.allowCredentials) read.allowCredentials = bytes(options.allowCredentials);
  return read;
}

function answerOf(credential) {
  const { response } = credential;
  const answer = { clientDataJSON: toText(response.clientDataJSON) };
  if (response.attestationObject) {
    answer.attestationObject = toText(response.attestationObject);
    answer.transports = response.getTransports?.() ?? [];
  } else {
    answer.authenticatorData = toText(response.authenticatorData);
    answer.signature = toText(response.signature);
    answer.userHandle = response.userHandle ? toText(response.userHandle) : null;
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    extensions: credential.getClientExtensionResults(),
    response: answer,
  };
}

async function send(address, fields) {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.why ?? "");
  return body;
}

async function ask(form) {
  const fields = Object.fromEntries(new FormData(form));
  const { token, options } = await send(form.dataset.begin, fields);
  const publicKey = optionsOf(options);
  const credential = form.dataset.passkey === "add"
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  const answer = JSON.stringify(answerOf(credential));
  const { to } = await send(form.action, { ...fields, token, answer });
  location.assign(to);
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  for (const missing of document.querySelectorAll("[data-without-passkeys]")) missing.hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const wrong = form.querySelector("[role=alert]");
    button.disabled = true;
    wrong.hidden = true;
    try {
      await ask(form);
    } catch (error) {
      // What the hub says is for people; what the browser says (that one changed one's mind, mostly) is not.
      const ours = error.constructor === Error && error.message !== "";
      wrong.querySelector("span").textContent = ours ? error.message : form.dataset.failed;
      wrong.hidden = false;
      button.disabled = false;
    }
  });
}
