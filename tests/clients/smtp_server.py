#!/usr/bin/env python3
"""A mail server that shows what it is given, one JSON object a line; see README.md.

The first line is {"port": N}: it listens on that port of 127.0.0.1, a free one without --port. Each further line is a mail it has
accepted. With --refuse N the first N mails are put off with 451, as a greylisting server does; a recipient whose name begins with
"nobody" is refused with 550. With --tls or --starttls it speaks TLS, from the first byte or on demand, with the certificate and
key of the PEM file --certificate; it takes nothing in the clear then.
It ends when its standard input does, so it never outlives the test that started it.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP


class Show:
    def __init__(self, refuse):
        self.refuse = refuse

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.1.1 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Known"

    async def handle_DATA(self, server, session, envelope):
        if self.refuse > 0:
            self.refuse -= 1
            return "451 4.7.1 Try again later"
        show(describe(envelope))
        return "250 2.0.0 Accepted"


def describe(envelope):
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    text = mail.get_body(preferencelist=("plain",))
    html = mail.get_body(preferencelist=("html",))
    return {
        "mail_from": envelope.mail_from,
        "rcpt_to": envelope.rcpt_tos,
        "headers": {name.lower(): str(value) for name, value in mail.items()},
        "subject": str(mail["subject"] or ""),
        "text": text.get_content() if text else None,
        "html": html.get_content() if html else None,
    }


def show(value):
    print(json.dumps(value), flush=True)


async def serve(options):
    loop = asyncio.get_running_loop()
    # All connections share it: what is to be refused counts over all of them. aiosmtpd's own controller
    # cannot listen on "any free port".
    handler = Show(options.refuse)
    tls = None
    if options.certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options.certificate)
    on_demand = {"tls_context": tls, "require_starttls": True} if options.starttls else {}
    server = await loop.create_server(
        lambda: SMTP(handler, enable_SMTPUTF8=True, **on_demand), "127.0.0.1", options.port, ssl=tls if options.tls else None
    )
    show({"port": server.sockets[0].getsockname()[1]})
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def main():
    arguments = argparse.ArgumentParser(description="Shows each mail as a line of JSON.")
    arguments.add_argument("--port", type=int, default=0, metavar="N", help="listen on this port")
    arguments.add_argument("--refuse", type=int, default=0, metavar="N", help="put off the first N mails")
    arguments.add_argument("--certificate", metavar="FILE", help="certificate and key")
    arguments.add_argument("--tls", action="store_true", help="speak TLS from the first byte")
    arguments.add_argument("--starttls", action="store_true", help="demand STARTTLS")
    asyncio.run(serve(arguments.parse_args()))


main()
