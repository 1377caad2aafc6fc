import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cause, standIn } from './preview-error-page.ts';

const OWN = 'the server’s own message';
let cause: Cause | undefined;
let status = 500;
let server: Server;
let address = '';
beforeAll(async () => {
	server = createServer((_request, response) => {
		standIn(response, () => cause);
		response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
		response.write(OWN);
		response.end(OWN);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const at = server.address();
	address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}/` : '';
});
afterAll(() => {
	server.close();
});

async function answer(why: Cause | undefined, code: number): Promise<string> {
	cause = why;
	status = code;
	const response = await fetch(address);
	expect(response.status).toBe(code);
	return response.text();
}

describe('standIn', () => {
	it('shows the desk’s panel for a page that fails by errors in the content', async () => {
		const page = await answer('errors', 500);
		expect(page).toContain('overlay-client');
		expect(page).not.toContain('http-equiv="refresh"');
		expect(page).not.toContain(OWN);
	});

	it('tries a page again that fails although its content was just mended', async () => {
		const page = await answer('mended', 500);
		expect(page).toContain('<meta http-equiv="refresh" content="1">');
		expect(page).not.toContain(OWN);
	});

	it('leaves alone what does not fail, and what the content has no part in', async () => {
		expect(await answer(undefined, 500)).toBe(OWN + OWN);
		expect(await answer('errors', 200)).toBe(OWN + OWN);
		expect(await answer('mended', 404)).toBe(OWN + OWN);
	});
});
