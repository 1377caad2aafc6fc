interface Known<K, V> {
	get(key: K): V | undefined;
	set(key: K, value: V): unknown;
}

/** A function of what never changes, which works out the answer to each key once. For keys that may go: a `WeakMap`. */
export function remember<K, V>(work: (key: K) => V, known: Known<K, V> = new Map<K, V>()): (key: K) => V {
	return (key) => {
		const before = known.get(key);
		if (before !== undefined) return before;
		const value = work(key);
		known.set(key, value);
		return value;
	};
}
