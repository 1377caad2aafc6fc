import type { ServerResponse } from 'node:http';
import { OVERLAY_CLIENT, STAND_IN } from './overlay-names.ts';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>This page cannot be shown yet</title>
<meta name="${STAND_IN}" content="true">
<script type="module" src="/@vite/client"></script>
<script type="module" src="${OVERLAY_CLIENT}"></script>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem">
<h1>This page cannot be shown yet</h1>
<p>There are errors in the content. The panel below says where and what to do; the page comes back by itself when they are mended.</p>
</body>
</html>
`;

/**
 * Puts a page of ours in the place of the server's own message when a page fails and the content is the reason.
 * @param isFaulty whether the content has errors; asked only when a page has failed
 */
export function standIn(response: ServerResponse, isFaulty: () => boolean): void {
	const { writeHead, end } = response;
	response.writeHead = ((status: number, ...rest: readonly unknown[]) => {
		if (status !== 500 || response.headersSent || !isFaulty())
			return Reflect.apply(writeHead, response, [status, ...rest]);
		Reflect.apply(writeHead, response, [
			500,
			{ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
		]);
		response.write = (() => true) as typeof response.write;
		response.end = (() => Reflect.apply(end, response, [PAGE])) as typeof response.end;
		return response;
	}) as typeof response.writeHead;
}
