import type { ServerResponse } from 'node:http';
import { OVERLAY_CLIENT, STAND_IN } from './overlay-names.ts';

/** Why a page failed: its content has errors, or it was mended so shortly ago that the server has not taken it up. */
export type Cause = 'errors' | 'mended';

/** Seconds between two tries of a page whose content was mended. */
const AGAIN = 1;

const PARTS: Readonly<Record<Cause, readonly [head: string, title: string, words: string]>> = {
	errors: [
		`<meta name="${STAND_IN}" content="true">
<script type="module" src="/@vite/client"></script>
<script type="module" src="${OVERLAY_CLIENT}"></script>`,
		'This page cannot be shown yet',
		'There are errors in the content. The panel below says where and what to do; the page comes back by itself when they are mended.',
	],
	mended: [
		`<meta http-equiv="refresh" content="${AGAIN}">`,
		'This page is being made again',
		'The content is mended. The page comes back by itself in a moment.',
	],
};

const html = ([head, title, words]: (typeof PARTS)[Cause]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
${head}
<body style="font: 1.1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 40rem; padding: 0 1rem">
<h1>${title}</h1>
<p>${words}</p>
</body>
</html>
`;

/**
 * Puts a page of ours in the place of the server's own message when a page fails and the content is the reason.
 * @param causeOf why the page failed, undefined where the content has no part in it; asked only when a page has failed
 */
export function standIn(response: ServerResponse, causeOf: () => Cause | undefined): void {
	const { writeHead, end } = response;
	response.writeHead = ((status: number, ...rest: readonly unknown[]) => {
		const cause = status === 500 && !response.headersSent ? causeOf() : undefined;
		if (cause === undefined) return Reflect.apply(writeHead, response, [status, ...rest]);
		Reflect.apply(writeHead, response, [
			500,
			{ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
		]);
		response.write = (() => true) as typeof response.write;
		response.end = (() => Reflect.apply(end, response, [html(PARTS[cause])])) as typeof response.end;
		return response;
	}) as typeof response.writeHead;
}
