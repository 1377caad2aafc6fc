import { expect, test } from 'vitest';
import { toDate } from '../ledger/date.ts';
import { shortDate } from './time.ts';

test.each([
	['2020-10-26', '26 Oct 2020'],
	['2020-03', 'March 2020'],
	['2020', '2020'],
	['2020-03~', 'about March 2020'],
	['2020-03?', 'perhaps March 2020'],
	['2019-01/2020-10', 'Jan 2019 to Oct 2020'],
	['2019-12-01/2020-03-05', '1 Dec 2019 to 5 March 2020'],
	['2019-05/2019-08', 'May to Aug 2019'],
	['2019-12-12/2019-12-25', '12 to 25 Dec 2019'],
	['2019-12-12~/2019-12-25', 'about 12 Dec to 25 Dec 2019'],
	['2019/2020-03', '2019 to March 2020'],
	['2019/2019-03', '2019 to March 2019'],
])('%s is "%s"', (edtf, words) => {
	expect(shortDate(toDate(edtf)).replaceAll('\u00a0', ' ')).toBe(words);
});
