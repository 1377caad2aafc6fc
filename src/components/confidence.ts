/** What the levels of confidence say. They are about the report, not about the truth of what was said. */
export const support = {
	high: 'We are sure that this was said or published as given here.',
	medium: 'This was probably said or published as given here; something about it is open.',
	low: 'Doubtful: it may be a mistake, or it rests on a weak source.',
} as const;
