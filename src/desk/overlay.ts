import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { attempt } from '../ledger/attempt.ts';
import { address } from '../ledger/link.ts';
import { check, type Report } from './check.ts';
import { diskAt } from './disk.ts';
import { OVERLAY_CLIENT, OVERLAY_PATH } from './overlay-names.ts';
import type { Finding, Place } from './position.ts';
import { standIn } from './preview-error-page.ts';
import { type Seen, whileSame } from './read.ts';
import { contextOf, formatReport, MOST_SHOWN } from './report.ts';
import { isDraft } from './rule.ts';
import { printable } from './terminal.ts';
import { reading } from './turns.ts';

/** A problem as the preview shows it: the words of `npm run check`. */
export interface Shown extends Pick<Finding, 'severity' | 'rule' | 'message' | 'fix'> {
	readonly place: string;
	/** Address at which an editor opens the spot. */
	readonly link: string;
	/** The line with the spot, and the mark under it. */
	readonly context: readonly string[];
	/** Address of the page that the file feeds, where it has one. */
	readonly page?: string;
}

/** What a page of the preview asks for. */
export interface Overlay {
	readonly problems: readonly Shown[];
	/** Addresses of pages that are drafts. */
	readonly drafts: readonly string[];
}

/** What the terminal says in the end, at the start and on each save. */
const NO_ERROR = 'The desk finds no error.';
const ERRORS = 'The desk finds errors; npm run build would refuse.';

/** How VS Code is asked for a spot; the environment's EDITOR_LINK puts another editor in its place. */
const EDITOR = 'vscode://file/{path}:{line}:{column}';

function linkTo(root: string, { path, line, column }: Place, editor: string): string {
	const whole = `${root.replaceAll('\\', '/').replace(/^\/|\/$/g, '')}/${path}`;
	const parts = {
		path: whole.split('/').map(encodeURIComponent).join('/'),
		line: String(line),
		column: String(column),
	};
	return editor.replace(/\{(path|line|column)\}/g, (_, name: keyof typeof parts) => parts[name]);
}

/** What to show of a report. */
export function overlayOf({ content, findings }: Report, editor = EDITOR): Overlay {
	const pages = new Map(
		[...content.homes.values()].flatMap(({ file, prefix, entry }) =>
			// A file with a list of records feeds many pages.
			prefix.length === 0 ? [[file.path, address(entry.kind, entry.id)] as const] : [],
		),
	);
	const drafts = content.all.entries.filter(isDraft);
	return {
		problems: findings.slice(0, MOST_SHOWN).map((finding) => {
			const { path, line, column, severity, rule, message, fix } = finding;
			const page = pages.get(path);
			return {
				...{ severity, rule, message: printable(message), fix: printable(fix) },
				place: `${path}:${line}:${column}`,
				link: linkTo(content.root, finding, editor),
				context: contextOf(content, finding),
				...(page === undefined || page.includes('#') ? {} : { page }),
			};
		}),
		drafts: drafts.map(({ kind, id }) => address(kind, id)),
	};
}

/** In the preview only: shows the problems in the page on each save, marks drafts, and outlines what has evidence. */
export function deskOverlay(): AstroIntegration {
	let root = '';
	return {
		name: 'desk-overlay',
		hooks: {
			'astro:config:setup': ({ command, config, injectScript }) => {
				root = fileURLToPath(config.root);
				if (command === 'dev') injectScript('page', `import "${OVERLAY_CLIENT}";`);
			},
			'astro:server:setup': ({ server }) => {
				const seen: Seen = new Map();
				const now = whileSame(root, () => reading(root, () => check(root, diskAt(root), seen)));
				let timer: NodeJS.Timeout | undefined;
				/** Nothing that stands in a file, and nobody who writes there, may end the preview. */
				const tell = () => {
					try {
						const report = now();
						if (report.findings.length > 0) process.stderr.write(formatReport(report, { colour: false }));
						process.stdout.write(`${report.ok ? NO_ERROR : ERRORS}\n`);
					} catch (error) {
						process.stderr.write(`The content cannot be read: ${error instanceof Error ? error.message : error}\n`);
					}
				};
				server.httpServer?.once('listening', tell);
				server.watcher.on('all', (_event, path) => {
					if (!path.startsWith(`${root}content`) && !path.startsWith(`${root}seeds`)) return;
					clearTimeout(timer);
					timer = setTimeout(() => {
						tell();
						// Also of pages that are new, or gone: which there are is remembered by Astro until it hears this.
						for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
						server.ws.send({ type: 'full-reload' });
					}, 150);
				});
				server.middlewares.use(OVERLAY_PATH, (_request, response) => {
					response.setHeader('content-type', 'application/json; charset=utf-8');
					response.setHeader('cache-control', 'no-store');
					response.end(JSON.stringify(overlayOf(now(), process.env['EDITOR_LINK'])));
				});
				server.middlewares.use((request, response, next) => {
					if (request.headers.accept?.includes('text/html')) standIn(response, () => attempt(() => !now().ok, false));
					next();
				});
			},
		},
	};
}
