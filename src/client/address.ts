/** Keeps a state in the address of the page, without a step for the browser's way back. */
export function keepInAddress(address: string): void {
	try {
		history.replaceState(history.state, '', address);
	} catch {
		// A browser allows so many changes in a while and then throws: a held arrow key. The next change makes up for it.
	}
}
