/** What work gives, or what stands for it where that fails. */
export function attempt<T>(work: () => T, otherwise: T): T {
	try {
		return work();
	} catch {
		return otherwise;
	}
}
