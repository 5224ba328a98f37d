/** Texts that stand where JSON expects a value. Not all of them are JSON. */
export const hostileJson: readonly string[] = [
  'null', 'true', 'false', '0', '-0', '-1', '1', '1.5', '1e400', '-1e400', '1e-400', '9007199254740993', '99999999999999999999999999',
  '""', '" "', '"\\u0000"', '"\\ud800"', '"\\udfb7\\ud842"', '"𠮷野家"', '"👨‍👩‍👧‍👦"', '"が\u3099"', '"\u202eabc"', '"\ufeff"', '"１，４５３件"', '"△3％"', '"－"',
  '"__proto__"', '"constructor"', '"toString"', '"$salt"', '"; DROP TABLE events; --"', '"../../etc/passwd"', '"<script>alert(1)</script>"',
  '"2026-02-31"', '"0000-00-00"', '"9999-99-99"', '"6d656775-7269-4000-8000-000000000001"', '"00000000-0000-0000-0000-000000000000"',
  '[]', '[[]]', '[null]', '{}', '{"":""}', '[1,[2,[3]]]', '{"length":1e9}', '{"toJSON":1}', '{"then":1}', '{"kind":"rejected","code":"x"}',
  '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"prototype":1}', '{"a":1,"a":2}', '{"\\ud800":1}',
  '{"\\u0000":1}', '{"hasOwnProperty":1,"valueOf":2}', `"${'x'.repeat(6_000)}"`, `"${'巡り𠮷'.repeat(20_000)}"`, `[${'0,'.repeat(5_000)}0]`,
  `${'['.repeat(19)}${']'.repeat(19)}`, `${'['.repeat(21)}${']'.repeat(21)}`, `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`, '{"a":'.repeat(9_000),
  'undefined', 'NaN', 'Infinity', "'single'", '{', '[', '"', '{"a"}', '1,2', '/* comment */ 1', '\u0000', '01', '+1', '.5', '{a:1}', '[1,]',
];

/** What may stand between two slashes of an address, as it goes over the wire. */
export const hostileSegments: readonly string[] = [
  '%00', '%ff', '%c0%ae', '%', '%zz', '%2', '%2e%2e', '..', '.', '..%2f..%2fetc%2fpasswd', '%2f', '%5c', '%20', '%09', '%0d%0aset-cookie:%20a=b', '-',
  '__proto__', 'constructor', 'toString', 'undefined', 'null', 'NaN', '0', '-1', '2026', '2026-', '2026--', '1e3', '%F0%A0%AE%B7', '%ED%A0%80', '%E5%B7%A1',
  '%27%20OR%201=1%20--', '%22%3E', '*', ':sheet', '{sheet}', '()', ';a=b', 'a,b', '~', '%7f', 'mihon', 'MIHON', 'mihon%00', 'mihon2', 'x'.repeat(201),
  'x'.repeat(8_000), '%E5%B7%A1'.repeat(60), 'sheets', 'working-copy', '6d656775-7269-4000-8000-000000000001',
];

export const hostileQueries: readonly string[] = [
  '', '?', '?=', '?&&', '?year=2026', '?year=1', '?year=99999', '?year=2026&year=2027', '?year[]=2026', '?year[a]=1', '?__proto__[x]=1', '?constructor=1',
  '?phase=drafting', '?phase=approved', '?phase=open', '?phase=', '?section=section-0', '?section=%00', '?section=__proto__', '?limit=1', '?limit=200',
  '?limit=0', '?limit=201', '?limit=-1', '?limit=1e9', '?limit=%31', '?cursor=%00', '?cursor=sheet-mihon-', '?cursor=%F0%A0%AE%B7', '?cursor=%ED%A0%80',
  '?cursor=zzzz', `?cursor=${'x'.repeat(201)}`, `?cursor=${'%ff'.repeat(40)}`, '?%', '?a=%zz', '?limit=2&cursor=sheet-mihon-2026', '?unknown=1',
  `?${'a=1&'.repeat(1_500)}`, '?a;b;c', '?year=2026#phase', '?limit=5&phase=submitted&section=section-1',
];

/** By the name of a header: what somebody may send there. Names are repeated to be drawn more often. */
export const hostileHeaders: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['content-type', [
    'text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'application/JSON',
    'application/json;', 'application/json; charset="', 'application/problem+json', '*/*', 'json', ' ', 'application/json, text/plain', ';', 'x'.repeat(3_000),
  ]],
  ['idempotency-key', [
    'not-a-uuid', '', '00000000-0000-0000-0000-000000000000', '0192f0c4-7a3b-7c00-8000-000000000001', '5F0C9F6E-0C3F-4C6E-9D5A-0D7F6F4F2A11',
    '{5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11}', 'x'.repeat(5_000), '5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a11, 5f0c9f6e-0c3f-4c6e-9d5a-0d7f6f4f2a12', '\xe9',
  ]],
  ['meguri-position', ['0', '1', '-1', '0000000000000001', '00000000000000000001', 'm000000000001', '9'.repeat(16), '9'.repeat(40), '9'.repeat(41), 'x', ' ', '1e3', '\xff']],
  ['meguri-appointment', ['section-0-approver-holder', 'section-1-staff-0-holder', 'nobody', '__proto__', '', 'x'.repeat(3_000)]],
  ['authorization', [
    'Bearer', 'Bearer ', 'bearer x', 'Basic dXNlcjpwYXNz', 'Bearer meguri_', `Bearer ${'x'.repeat(200)}`, `Bearer ${'x'.repeat(201)}`, 'Bearer a b', 'Bearer \xe9',
    'Digest username="x"', `Bearer ${'x'.repeat(6_000)}`, 'Bearer __proto__',
  ]],
  ['accept-language', ['en', 'ja', 'en;q=x', '*', ';;;', 'en-US,en;q=0.9,ja;q=0.8', 'q=1', ',', 'x'.repeat(3_000), 'en;q=1e999', 'zz;q=-1']],
  ['if-none-match', ['*', '""', 'W/"x"', '"x", "y"', ',,,', '"'.repeat(500)]],
  ['accept', ['application/xml', 'text/event-stream', '*/*;q=0', 'x']],
  ['content-encoding', ['gzip', 'br', 'identity', 'x']],
  ['expect', ['100-continue']],
  ['range', ['bytes=0-1', 'bytes=9999-']],
  ['x-http-method-override', ['DELETE']],
  ['host', ['', 'example.com', 'a:b:c', '127.0.0.1:0']],
  ['origin', ['null', 'http://evil.example']],
  ['cookie', ['a=b; __proto__=c', ';'.repeat(2_000)]],
  ['x-forwarded-for', ['127.0.0.1', "'"]],
  ['x-filler', ['x'.repeat(14_000), 'x'.repeat(20_000)]],
];

/**
 * What comes over a connection from something that does not speak HTTP well, or not at all. Only a request without a
 * host is missing: Node refuses it with an empty 400 before the application hears of it.
 */
export const hostileConversations: readonly string[] = [
  '\r\n\r\n', 'GARBAGE\r\n\r\n', 'GET\r\n\r\n', 'GET /livez\r\n\r\n', 'GET /livez HTTP/9.9\r\n\r\n',
  'GET /livez HTTP/1.1\r\nhost\r\n\r\n', 'GET /livez HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n', 'GET  /livez HTTP/1.1\r\nhost: a\r\n\r\n',
  'GET /\u0000 HTTP/1.1\r\nhost: a\r\n\r\n', 'GET /巡り HTTP/1.1\r\nhost: a\r\n\r\n', 'GET http://[::1 HTTP/1.1\r\nhost: a\r\n\r\n', 'GET * HTTP/1.1\r\nhost: a\r\n\r\n',
  'GET //livez HTTP/1.1\r\nhost: a\r\n\r\n', 'GET /livez#x HTTP/1.1\r\nhost: a\r\n\r\n', 'BREW /livez HTTP/1.1\r\nhost: a\r\n\r\n', 'TRACE /livez HTTP/1.1\r\nhost: a\r\n\r\n',
  'CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n', 'OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'QUERY /livez HTTP/1.1\r\nhost: a\r\n\r\n',
  'GET /livez HTTP/1.1\r\nhost: a\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n', 'GET /livez HTTP/1.1\r\nhost: a\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
  'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', 'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
  'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999999999999\r\n\r\n{}',
  'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n{}',
  'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ntransfer-encoding: gzip\r\n\r\n{}', 'POST /api/mihon/scheme HTTP/1.1\r\nhost: a\r\ntransfer-encoding: x, chunked\r\n\r\n0\r\n\r\n',
  `GET /livez HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
  `GET /livez HTTP/1.1\r\nhost: a\r\n${'x: y\r\n'.repeat(2_500)}\r\n`, 'GET /livez HTTP/1.1\r\nhost: a\r\nx: \u0001\r\n\r\n', 'GET /livez HTTP/1.1\r\nhost: a\r\n x: folded\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001', '{"json":"without http"}\n', 'SSH-2.0-client\r\n',
];
