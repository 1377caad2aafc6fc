import { finding, placeIn, type Rule, textAt } from '../rule.ts';

/** Sites that keep copies of what others published. */
const KEEPERS =
	/(?:^|\.)(?:docslib\.org|pdfslide\.\w+|documents\.pub|vdocuments\.\w+|docplayer\.\w+|studylib\.net|scribd\.com|dokumen\.tips|rssing\.com|kiwix\.org|iiab\.me|nina\.az|wikizero\.\w+|alchetron\.com|tellerreport\.com)$/;
const TOLD =
	/\b(?:read|seen) (?:only )?in (?:a|an|its|the) (?:\S+ ){0,4}(?:copy|extract)\b|\bre-?post\b|\ba relay of\b|\bcopy on another site\b/i;

export const rule: Rule = {
	name: 'copied-source',
	summary: 'A source was read in a copy, and it does not say whose.',
	remedy:
		'Name the site that keeps the copy in readIn; write the original’s address in url and that of the copy in readAt.',
	example: {
		wrong: 'url: https://docslib.org/doc/6940427',
		right: 'url: https://undocs.org/S/2020/141 with readIn: docslib and readAt: https://docslib.org/doc/6940427',
	},
	*check(desk) {
		for (const home of desk.records('source')) {
			if (textAt(home, 'readIn') !== '') continue;
			const url = textAt(home, 'url');
			const kept = URL.canParse(url) && KEEPERS.test(new URL(url).hostname);
			const told = textAt(home, 'archived') === '' && TOLD.test(textAt(home, 'note'));
			if (!kept && !told) continue;
			const message = kept ? 'this site keeps copies of what others published' : 'the note tells of a copy';
			yield finding(
				rule.name,
				placeIn(desk, home, [kept ? 'url' : 'note']),
				message,
				'say in readIn whose copy was read',
			);
		}
	},
};
