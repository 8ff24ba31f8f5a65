<?php
// Calls one web-service function with PHP's xmlrpc extension, set as Moodle sets it; see README.md.
//
//   call   E|P HUB TOKEN FUNCTION [PATH]  < JSON parameters   > JSON answer
//   encode E|P FUNCTION                   < JSON parameters   > the XML request
//   decode E|P                            < an XML reply      > JSON answer

const CLASSIC_PATH = '/local/hub/webservice/webservices.php';

// What tells the two generations of Moodle apart: E (3.1-3.3) lets the extension escape every byte that is
// not ASCII, P (from 3.2.5 and 3.3.2) only markup.
const ENCODING_OPTIONS = [
    'E' => ['encoding' => 'utf-8'],
    'P' => ['encoding' => 'utf-8', 'escaping' => 'markup'],
];
const USER_AGENTS = ['E' => 'MoodleBot/1.0', 'P' => 'Moodle XML-RPC Client/1.0'];

function fail(string $why): never {
    fwrite(STDERR, "$why\n");
    exit(2);
}

function encode(string $family, string $function): string {
    $parameters = json_decode(stream_get_contents(STDIN), false, 512, JSON_THROW_ON_ERROR);
    if (!is_array($parameters)) {
        fail('the parameters must be a JSON array');
    }
    return xmlrpc_encode_request($function, $parameters, ENCODING_OPTIONS[$family]);
}

// E decodes into ISO-8859-1, the extension's default, and takes the bytes for UTF-8. P decodes into the
// encoding that the very first bytes of the reply name.
function decode(string $family, string $reply): array {
    if ($family === 'P' && preg_match('/^<\?xml version="1\.0" encoding="([^"]+)"\?>/', $reply, $found)) {
        $function = null;
        $value = xmlrpc_decode_request($reply, $function, $found[1]);
    } else {
        $value = xmlrpc_decode($reply);
    }
    if (is_array($value) && xmlrpc_is_fault($value)) {
        return ['fault' => ['code' => $value['faultCode'], 'string' => $value['faultString']]];
    }
    return ['value' => $value];
}

function post(string $family, string $address, string $request): array {
    $headers = [
        // Moodle sets this header by hand and leaves the port out.
        'Host: ' . parse_url($address, PHP_URL_HOST),
        'User-Agent: ' . USER_AGENTS[$family],
        'Content-Type: text/xml; charset=utf-8',
        'Content-Length: ' . strlen($request),
        'Accept: */*',
        'Connection: close',
    ];
    $body = file_get_contents($address, false, stream_context_create(['http' => [
        'method' => 'POST',
        'protocol_version' => 1.1,
        'header' => $headers,
        'content' => $request,
        'follow_location' => 0,
        'ignore_errors' => true,
        'timeout' => 60,
    ]]));
    if ($body === false) {
        fail("no answer from $address");
    }
    $status = (int) explode(' ', $http_response_header[0])[1];
    return $status === 200 ? ['status' => 200] + decode($family, $body) : ['status' => $status, 'body' => $body];
}

function show(array $answer): void {
    $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION
        // Bytes that are no UTF-8 are what a user of that Moodle would see broken: shown as U+FFFD.
        | JSON_INVALID_UTF8_SUBSTITUTE;
    echo json_encode($answer, $flags), "\n";
}

[$mode, $family] = [$argv[1] ?? '', $argv[2] ?? ''];
if (!isset(ENCODING_OPTIONS[$family])) {
    fail('the second argument must be E or P');
}
if ($mode === 'call' && ($argc === 6 || $argc === 7)) {
    $address = $argv[3] . ($argv[6] ?? CLASSIC_PATH) . '?wstoken=' . rawurlencode($argv[4]);
    show(post($family, $address, encode($family, $argv[5])));
} elseif ($mode === 'encode' && $argc === 4) {
    echo encode($family, $argv[3]);
} elseif ($mode === 'decode' && $argc === 3) {
    show(decode($family, stream_get_contents(STDIN)));
} else {
    fail('usage: call E|P HUB TOKEN FUNCTION [PATH] | encode E|P FUNCTION | decode E|P');
}
