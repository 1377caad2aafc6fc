import { type Ledger, publishedIn, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../prose/words.ts';
import { writeMarkdown } from './markdown.ts';
import { blockquote, heading, link, list, paragraph, text } from './nodes.ts';
import { absolute } from './site.ts';

/** `llms.txt`: what is here, with the plain-text version of each explainer. */
export function llmsText(ledger: Ledger, site: string): string {
	const to = (path: string) => absolute(site, path);
	return writeMarkdown({
		type: 'root',
		children: [
			heading(1, siteOf(ledger).title),
			blockquote([paragraph(siteOf(ledger).description)]),
			paragraph(
				'Every figure has a numbered note: who said it, in which source, where. Where sources differ, both ends of the range are named. Pages speak from the day they name; what happened later is marked.',
			),
			heading(2, 'Explainers'),
			list(
				publishedIn(ledger).map((explainer) =>
					paragraph(
						link(to(`${address('explainer', explainer.id).slice(0, -1)}.md`), explainer.title),
						text(`: ${plainText(ledger, explainer.dek)}`),
					),
				),
			),
			heading(2, 'Data'),
			list([
				paragraph(
					link(to('/data/datapackage.json'), 'Data package'),
					text(': all series, claims, ceasefires, actors and sources, with definitions and licences'),
				),
				paragraph(
					link(to('/claims/'), 'Claims'),
					text(', each also as JSON: its address with .json in place of the final slash'),
				),
				paragraph(link(to('/feed.xml'), 'Atom feed'), text(' and '), link(to('/feed.json'), 'JSON feed')),
				paragraph(link(to('/ceasefires.ics'), 'Ceasefires as a calendar')),
			]),
		],
	});
}
