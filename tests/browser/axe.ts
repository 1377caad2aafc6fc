import type { Page } from 'puppeteer-core';

interface AxeResult {
	readonly violations: readonly {
		readonly id: string;
		readonly help: string;
		readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
	}[];
}

/**
 * What axe finds in a page into which its source was put.
 * @param rules limits it to some of its rules
 * @param part selector of the part of the page to look at
 */
export async function violations(page: Page, rules?: readonly string[], part = 'html'): Promise<readonly string[]> {
	const only = rules ? { runOnly: { type: 'rule', values: rules } } : {};
	const options = JSON.stringify({ resultTypes: ['violations'], ...only });
	const result = (await page.evaluate(`axe.run(${JSON.stringify(part)}, ${options})`)) as AxeResult;
	return result.violations.flatMap(({ id, help, nodes }) =>
		nodes
			.slice(0, 3)
			.map(
				({ html, failureSummary }) =>
					`${id} (${help}): ${html.slice(0, 200)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
			),
	);
}
