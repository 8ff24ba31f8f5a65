#!/usr/bin/env python3
"""Calls one web-service function with Python's xmlrpc.client: HUB TOKEN FUNCTION [PATH]; see README.md."""

import json
import sys
import urllib.parse
import xmlrpc.client

CLASSIC_PATH = "/local/hub/webservice/webservices.php"


def call(hub, token, function, parameters, path):
    address = f"{hub}{path}?{urllib.parse.urlencode({'wstoken': token})}"
    with xmlrpc.client.ServerProxy(address, allow_none=True, use_builtin_types=True) as server:
        try:
            # getattr also takes names with a dot, such as system.methodSignature.
            return {"status": 200, "value": getattr(server, function)(*parameters)}
        except xmlrpc.client.Fault as fault:
            return {"status": 200, "fault": {"code": fault.faultCode, "string": fault.faultString}}
        except xmlrpc.client.ProtocolError as refused:
            return {"status": refused.errcode, "body": refused.errmsg}


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(f"usage: {sys.argv[0]} HUB TOKEN FUNCTION [PATH] < PARAMETERS")
    hub, token, function = sys.argv[1:4]
    path = sys.argv[4] if len(sys.argv) == 5 else CLASSIC_PATH
    answer = call(hub, token, function, json.load(sys.stdin), path)
    # Dates and bytes have no JSON form; the hub should send none, so showing them is enough.
    json.dump(answer, sys.stdout, default=repr)
    print()


main()
