import type { Page } from 'puppeteer-core';

/** What was said, and the part of the page that it was said of, where that is read to its end. */
export interface Heard {
	readonly said: readonly string[];
	readonly within?: string;
}

/** Utterances as lines: a sentence, a heading or the edge of a list each. */
export function aloud(said: readonly string[]): string {
	return said
		.filter((words) => words !== '')
		.map((words) => words + (/[.?!]”?$|^heading level|^leaving|^List with|^figure$/.test(words) ? '\n' : ' / '))
		.join('')
		.replace(/ \/ $/, '')
		.trim();
}

/** Without spaces: where they fall differs between a page and its reading. */
const close = (text: string): string => text.replace(/\s+/g, '');

const times = (text: string, part: string): number => text.split(part).length - 1;

/** Figures whose words, and disputes of which nothing, was heard. */
export async function unheard(page: Page, { said, within }: Heard): Promise<readonly string[]> {
	if (!within) return [];
	const refs = await page.$$eval(`${within} span.ref:has(button)`, (all) =>
		all
			.filter((ref) => ref.checkVisibility())
			.map((ref) => ({
				words: ref.textContent.replace(/\[\d+≠?\]$/, ''),
				disputed: ref.classList.contains('disputed'),
			})),
	);
	const heard = close(said.join(''));
	return refs
		.filter(({ words, disputed }) => !heard.includes(close(disputed ? `${words}${words}, disputed, by ` : words)))
		.map(({ words, disputed }) => `“${words}” was not heard${disputed ? ' as disputed' : ''}`);
}

/** Lines of dates that were dropped, or whose day was said twice. */
export async function datesNotSaidOnce(page: Page, { said, within }: Heard): Promise<readonly string[]> {
	if (!within) return [];
	const lines = await page.$$eval(`${within} .dates li`, (all) =>
		all
			.filter((line) => line.checkVisibility())
			.map((line) => ({ words: line.textContent, day: line.querySelector('time')?.textContent ?? '' })),
	);
	const heard = close(said.join(''));
	return [...new Set(lines.map(({ words }) => close(words)))].flatMap((words) => {
		const same = lines.filter((line) => close(line.words) === words);
		const day = close(same[0]?.day ?? '');
		const count = times(heard, words);
		const twice = day !== '' && heard.includes(close(`${words}${day}`));
		if (count >= same.length && !twice) return [];
		return [
			`“${same[0]?.words}” stands ${same.length} times and was heard ${count} times${twice ? ', its day twice' : ''}`,
		];
	});
}
