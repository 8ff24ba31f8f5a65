// A provider of OpenID Connect on loopback: node provider.mjs FOLDER REDIRECT
//
// FOLDER has node_modules with oidc-provider, REDIRECT is the address the hub has browsers sent back to. Prints its own
// address, then serves until it is ended. Whoever signs in is believed to be who they say: `ada` has the verified mail
// address ada@school.example, `someone@else.example` has that one, and what begins with `un` is not verified.
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [folder, redirect] = process.argv.slice(2);
const library = `${folder}/node_modules/oidc-provider/lib/index.js`;
const { default: Provider } = await import(pathToFileURL(library));

const claimsOf = (id) => ({
  sub: id,
  email: id.includes("@") ? id : `${id}@school.example`,
  email_verified: !id.startsWith("un"),
  name: `${id[0].toUpperCase()}${id.slice(1)} of the school`,
});

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: "hub",
      client_secret: "the secret of the hub",
      redirect_uris: [redirect],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key of a provider that lives for one test"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    pkce: { required: () => true },
  });
  server.on("request", provider.callback());
  console.log(issuer);
});
