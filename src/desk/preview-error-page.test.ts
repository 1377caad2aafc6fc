import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standIn } from './preview-error-page.ts';

const OWN = 'the server’s own message';
let faulty = false;
let status = 500;
let server: Server;
let address = '';
beforeAll(async () => {
	server = createServer((_request, response) => {
		standIn(response, () => faulty);
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

async function answer(isFaulty: boolean, code: number): Promise<string> {
	faulty = isFaulty;
	status = code;
	const response = await fetch(address);
	expect(response.status).toBe(code);
	return response.text();
}

describe('standIn', () => {
	it('shows the desk’s panel for a page that fails by errors in the content', async () => {
		const page = await answer(true, 500);
		expect(page).toContain('overlay-client');
		expect(page).not.toContain(OWN);
	});

	it('leaves alone what does not fail, and what the content has no part in', async () => {
		expect(await answer(false, 500)).toBe(OWN + OWN);
		expect(await answer(true, 200)).toBe(OWN + OWN);
		expect(await answer(true, 404)).toBe(OWN + OWN);
	});
});
