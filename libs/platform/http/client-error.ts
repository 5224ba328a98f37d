import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody, type ProblemTexts } from '../problems/problem.ts';

const codes: Readonly<Record<string, string>> = { HPE_HEADER_OVERFLOW: 'headers-too-large', ERR_HTTP_REQUEST_TIMEOUT: 'too-slow' };

/** What is no HTTP never becomes a request; it is refused in the words of every other refusal, before the line is cut. */
export function refuseClientError(texts: ProblemTexts): (fault: { readonly code?: string }, socket: Socket) => void {
  return (fault, socket) => {
    if (fault.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = problemBody(texts, codes[fault.code ?? ''] ?? 'malformed-request', {}, undefined);
    const body = JSON.stringify(problem);
    socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: application/problem+json\r\n`
      + `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
  };
}
