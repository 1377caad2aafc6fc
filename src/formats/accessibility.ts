/** One thing that a test checks, as the statement on accessibility says it. */
export interface Checked {
	/** What holds, as a sentence without a full stop. */
	readonly what: string;
	/** File of the test, from the project's folder. */
	readonly file: string;
	/** Words that the file names the test by. A test that goes takes its line of the statement with it. */
	readonly test: string;
}

/** What was looked at by hand, and when. */
export interface Looked {
	readonly what: string;
	/** Day, as in the content. */
	readonly date: string;
}

/** Checked by a test; `accessibility.test.ts` holds this list to the tests that exist. */
export const checked: readonly Checked[] = [
	{
		what: 'axe, a program that looks for barriers, finds none on any kind of page: in light, dark and forced colours, at a narrow and a wide window, with notes open and closed',
		file: 'tests/browser/pages.test.ts',
		test: "describe('the pages'",
	},
	{
		what: 'Every control is reached by keyboard once, in view and with an outline',
		file: 'tests/reading/keyboard.test.ts',
		test: 'is reached once, outlined and in view',
	},
	{
		what: 'Every note of an explainer opens by key, closes by Escape and gives the focus back, with script and without',
		file: 'tests/reading/keyboard.test.ts',
		test: 'opens by Enter, is left by Escape, and gives focus back',
	},
	{
		what: 'Search results are reached and walked by keys alone, and there is a list of everything without script',
		file: 'tests/browser/search.test.ts',
		test: 'is walked by keys alone',
	},
	{
		what: 'Notes open by pointer and by touch, and fit a small screen',
		file: 'tests/browser/notes.test.ts',
		test: 'opens its note by touch, and the note fits on a small screen',
	},
	{
		what: 'Text at twice its size and pages at four times theirs lose nothing and need no sideways scrolling',
		file: 'tests/reading/large.test.ts',
		test: 'text at 200 % and zoom at 400 %',
	},
	{
		what: 'What can be pressed is at least 24 pixels in size, or that far from anything else',
		file: 'tests/reading/large.test.ts',
		test: 'are 24 px or apart from others',
	},
	{
		what: 'In high-contrast colours the marks of charts, the figures in the text and the focus can be told from the ground',
		file: 'tests/reading/preferences.test.ts',
		test: 'marks, figures and focus are told from the ground',
	},
	{
		what: 'Nothing moves for those who ask for less motion',
		file: 'tests/reading/preferences.test.ts',
		test: 'nothing moves on',
	},
	{
		what: 'Without styles a page comes in the order in which it is read',
		file: 'tests/reading/preferences.test.ts',
		test: 'comes in the order in which it is read',
	},
	{
		what: 'Without script every text, drawing and table of the page is there',
		file: 'tests/browser/pages.test.ts',
		test: 'without script a figure is lost',
	},
	{
		what: 'On paper each figure has a numbered note with the address of its source',
		file: 'tests/reading/print.test.ts',
		test: 'source as a numbered note with its address',
	},
	{
		what: 'Each chart has a title, a summary in words, a table and a source',
		file: 'tests/site/markup.test.ts',
		test: 'has a title, a summary, drawings hidden from screen readers or named, a table and a source',
	},
	{
		what: 'Every point of a chart is read by arrow keys',
		file: 'tests/chart-client/keys.test.ts',
		test: 'is read to its last point by arrow keys',
	},
	{
		what: 'The words in charts are 12 pixels high or more, grow with the reader’s text, and do not overlap, with text spaced widely either',
		file: 'tests/chart-client/still.test.ts',
		test: 'has labels of 12 px or more that never overlap',
	},
	{
		what: 'What a chart says of a point never lies on that point, at four times the size either',
		file: 'tests/chart-client/keys.test.ts',
		test: 'shows each mark and its readout apart',
	},
	{
		what: 'In Firefox, too, a copied paragraph holds its figures, notes open, search and filter work, and every chart is printed',
		file: 'tests/browser/firefox.test.ts',
		test: 'copies a paragraph with its figures',
	},
	{
		what: 'The colours of text and of charts stand out enough from their ground',
		file: 'tests/charts/contrast.test.ts',
		test: 'has a contrast of 4.5 or more',
	},
	{
		what: 'Each page names its language, has one main heading and leaves out no level of headings',
		file: 'tests/site/markup.test.ts',
		test: 'has one h1 and leaves out no level of headings',
	},
];

/** Looked at by a person, on the built site. */
export const looked: readonly Looked[] = [
	{ what: 'Pages of each kind at narrow, middle and wide windows, in light and dark', date: '2026-11-22' },
	{ what: 'Front page, explainers and search without script', date: '2026-11-22' },
	{ what: 'An explainer as it is printed', date: '2026-11-22' },
	{
		what: 'What the screen reader Orca says with Firefox of the front page, a section, a chart, a table and the list of ceasefires: each figure, dispute and date is heard; the control after a figure comes as words of its own within the sentence, and a disputed figure is said twice',
		date: '2026-11-27',
	},
];

/** What nobody has checked yet. */
export const unchecked: readonly string[] = [
	'Screen readers, with people who use them every day',
	'Voice control and switches',
	'How easy the texts are to understand, with readers who do not know the subject',
];
